/** Who may send it, and what may be in it (articles 17 and 20). Both lists are data of the rule set. */
import { MESSAGE_TYPES, type MessageType } from '#schemas/index.ts'
import { type DataClass, dataClassesOf } from '#schemas/permitted-data.ts'
import { placesIn } from './places.ts'
import type { Rule } from './rule.ts'

const CLASSES = new Map<MessageType, ReadonlyMap<string, DataClass | undefined>>(MESSAGE_TYPES.map((type) => [type, dataClassesOf(type)]))

export const DATA_RULES: readonly Rule[] = [
  {
    rule: 'competent-authority',
    on: MESSAGE_TYPES,
    effect: 'refuses',
    where: '/header/from',
    expected: ['an authority that is competent for this type of message', 'bu növ mesaj üçün səlahiyyətli orqan'],
    hint: [
      'Let the competent authority of your state send it. What your party is competent for, the operators of the hub have from your state.',
      'Mesajı dövlətinizin səlahiyyətli orqanı göndərməlidir. Tərəfinizin səlahiyyətlərini qovşağın operatorlarına dövlətiniz bildirir.',
    ],
    article: '20',
    broken: ({ header }, { ruleSet, roles }) => {
      const competent = ruleSet?.competence.types[header.type]
      return !roles || !competent || competent.some((role) => roles.includes(role)) ? [] : ['/header/from']
    },
  },
  {
    rule: 'permitted-data',
    on: MESSAGE_TYPES,
    effect: 'refuses',
    where: 'any field',
    expected: ['only data of the classes that the agreement permits', 'yalnız Sazişin icazə verdiyi növdən olan məlumat'],
    hint: [
      'The class of every field stands in the list of permitted data; leave this one out.',
      'Hər sahənin növü icazə verilən məlumatların siyahısındadır; bu sahəni çıxarın.',
    ],
    article: '17',
    broken: (message, { ruleSet }) => {
      if (!ruleSet) return []
      const classes = CLASSES.get(message.header.type)
      const isPermitted = (name: DataClass | undefined): boolean => name !== undefined && ruleSet.permitted.classes.includes(name)
      return placesIn(message)
        .filter(({ shape, leaf }) => shape.kind !== 'record' && shape.kind !== 'list' && !isPermitted(classes?.get(leaf)))
        .map(({ pointer }) => pointer)
        .toArray()
    },
  },
]
