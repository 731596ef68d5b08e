import { expect, test } from 'vitest'
import { leavesOf, MESSAGE_TYPES, type RecordShape, type Shape, shapeOf } from './index.ts'
import { dataClassesOf, PERMITTED_DATA } from './permitted-data.ts'

test.each(MESSAGE_TYPES)('every leaf of %s has a class', (type) => {
  const classes = dataClassesOf(type)
  expect([...classes.keys()]).toEqual(leavesOf(type))
  expect(leavesOf(type).filter((leaf) => classes.get(leaf) === undefined)).toEqual([])
})

test('a field gives its class to all that is in it, and leaves it to the record otherwise', () => {
  const classes = dataClassesOf('readmission-application')
  expect(classes.get('subject.lastAddress.locality')).toBe('iv')
  expect(classes.get('requestingAuthority.address.locality')).toBe('procedure')
  expect(classes.get('children[].birthDate')).toBe('i')
  expect(classes.get('evidence[].number')).toBe('ii')
  expect(classes.get('health.statement')).toBe('consent')
})

test('no row names a record or a field that the model does not have, and no field has two classes', () => {
  const known = new Set<string>()
  const visit = (shape: Shape): void => {
    if (shape.kind === 'list') visit(shape.shape)
    if (shape.kind === 'record') fields(shape)
  }
  const fields = (record: RecordShape): void => {
    for (const { name, shape } of record.fields) {
      known.add(`${record.name}.${name}`)
      visit(shape)
    }
  }
  for (const type of MESSAGE_TYPES) fields(shapeOf(type))
  const named = Object.entries(PERMITTED_DATA).flatMap(([record, row]) =>
    Object.values(row).flatMap((names) => names.split(' ').map((name) => `${record}.${name}`)),
  )
  expect(named.filter((field) => !known.has(field))).toEqual([])
  expect(named.filter((field, at) => named.indexOf(field) !== at)).toEqual([])
})
