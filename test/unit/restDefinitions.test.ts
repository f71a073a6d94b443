// @vitest-environment node
import { describe, expect, it } from 'vitest'
import ofSandbox from './sandbox/restDefinition.json' with { type: 'json' }
import ofKit from './server/restDefinition.json' with { type: 'json' }

// Both were copied from the gateway's published definition, each with what its side needs, so that neither side's tests lean
// on the other. Nobody can compare them with the gateway's own here: that they agree shows that neither was bent by hand.

/** What one side takes more strictly than the other on purpose. */
const requiredByOne: Record<string, { kit?: string[]; sandbox?: string[] }> = {
  issueVbank: { sandbox: ['buyer_name'] },
  issueCustomer: { kit: ['channel_key'] },
  payAgain: { kit: ['name'] },
}
/** Of other gateways than Toss, or not a merchant's business: the kit does not offer them. */
const sandboxAlone = {
  operations: ['listPgSettings', 'updateVbank'],
  schemas: ['Auth', 'PgSetting', 'SubscribePaymentExtra'],
}

const sorted = (names: Iterable<string>) => [...new Set(names)].sort()

it('the two definitions know the same operations and answers', () => {
  const idsOf = (operations: { id: string }[]) => operations.map(({ id }) => id)
  expect(sorted([...idsOf(ofKit.operations), ...sandboxAlone.operations])).toEqual(
    sorted(idsOf(ofSandbox.operations)),
  )
  expect(sorted([...Object.keys(ofKit.schemas), ...sandboxAlone.schemas])).toEqual(
    sorted(Object.keys(ofSandbox.schemas)),
  )
})

it.each(ofKit.operations)('$id is the same operation in both', (kit) => {
  const { id, method, path, answer, query, body, otherPgs, required } = kit
  const twin = ofSandbox.operations.find((each) => each.id === id)
  const params = (twin?.params ?? []).filter((param) => param.in !== 'path')
  expect({ method, path, params: sorted([...query, ...body, ...otherPgs]) }).toEqual({
    ...{ method: twin?.method, path: twin?.path },
    params: sorted(params.map(({ name }) => name)),
  })
  // The sandbox also answers for merchants whose keys live at several gateways.
  expect(twin?.answer.split(' | ')).toContain(answer)
  const isRequired = (param: object) => 'required' in param && param.required === true
  const { kit: kitAlone = [], sandbox: sandboxOnly = [] } = requiredByOne[id] ?? {}
  expect(sorted([...required, ...sandboxOnly])).toEqual(
    sorted([...params.filter(isRequired).map(({ name }) => name), ...kitAlone]),
  )
})

describe.each(Object.keys(ofKit.schemas) as (keyof typeof ofKit.schemas)[])('the answer %s', (name) => {
  type Field = { name: string; type: string; nullable?: boolean; enum?: unknown[] }
  const shape = (fields: Field[]) =>
    fields
      .map(({ name: field, type, nullable = false, enum: values }) => ({
        ...{ field, type, nullable },
        ...(values && { values }),
      }))
      .sort((a, b) => (a.field < b.field ? -1 : 1))

  it('has the same fields, types and nulls in both', () => {
    expect(shape(ofKit.schemas[name] as Field[])).toEqual(shape(ofSandbox.schemas[name] as Field[]))
  })
})
