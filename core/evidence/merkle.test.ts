import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pathOf, rootFrom, rootOf } from './merkle.ts'

const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex')

/** The leaves and roots with which implementations of Certificate Transparency test themselves. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((text) =>
  Buffer.from(text, 'hex'),
)
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

describe('a Merkle tree', () => {
  it.each(ROOTS.map((root, size) => ({ root, size })))(
    'of the $size test leaves of Certificate Transparency has their root',
    ({ root, size }) => {
      expect(hex(rootOf(LEAVES.slice(0, size)))).toBe(root)
    },
  )

  it('has the audit path of RFC 6962, section 2.1.3', () => {
    const seven = LEAVES.slice(0, 7)
    const node = (...leaves: readonly number[]) => hex(rootOf(leaves.map((leaf) => LEAVES[leaf] ?? Buffer.of())))
    expect(pathOf(seven, 0).map(hex)).toEqual([node(1), node(2, 3), node(4, 5, 6)])
    expect(pathOf(seven, 3).map(hex)).toEqual([node(2), node(0, 1), node(4, 5, 6)])
    expect(pathOf(seven, 4).map(hex)).toEqual([node(5), node(6), node(0, 1, 2, 3)])
    expect(pathOf(seven, 6).map(hex)).toEqual([node(4, 5), node(0, 1, 2, 3)])
  })

  const leaves = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 70 })
  const tree = leaves.chain((list) => fc.tuple(fc.constant(list), fc.nat(list.length - 1)))

  it('is reached from every leaf by its path', () => {
    fc.assert(
      fc.property(tree, ([list, index]) => {
        expect(hex(rootFrom(list[index] ?? Buffer.of(), index, list.length, pathOf(list, index)))).toBe(hex(rootOf(list)))
      }),
    )
  })

  it('is not reached by another leaf, from another place, or by a path that is changed, longer or shorter', () => {
    fc.assert(
      fc.property(tree, fc.nat(), ([list, index], at) => {
        const leaf = list[index] ?? Buffer.of()
        const path = pathOf(list, index)
        const root = hex(rootOf(list))
        const reached = (...[data, place, way]: [Uint8Array, number, readonly Uint8Array[]]) => hex(rootFrom(data, place, list.length, way))
        expect(reached(Buffer.concat([leaf, Buffer.of(1)]), index, path)).not.toBe(root)
        expect(reached(leaf, index, [...path, Buffer.alloc(32)])).not.toBe(root)
        expect(reached(leaf, list.length, path)).toBe('')
        if (path.length === 0) return
        expect(reached(leaf, index, path.slice(1))).not.toBe(root)
        expect(reached(leaf, index, path.with(at % path.length, Buffer.alloc(32)))).not.toBe(root)
      }),
    )
  })
})
