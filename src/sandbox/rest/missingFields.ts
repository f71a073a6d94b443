import { badRequest, type Refused } from './outcome.js'
import type { RequestBody } from './readBody.js'

/** The refusal that names the required fields a body does not have; null when they are all there. */
export function missingFields(body: RequestBody, names: readonly string[]): Refused | null {
  const missing = names.filter((name) => body.text(name) === null)
  return missing.length > 0 ? badRequest(`필수 파라미터가 누락되었습니다: ${missing.join(', ')}`) : null
}

/** The refusal that names the first text longer than the REST definition allows; null when none is. */
export function overlongFields(body: RequestBody, limits: Readonly<Record<string, number>>): Refused | null {
  const name = Object.keys(limits).find((each) => (body.text(each)?.length ?? 0) > (limits[each] ?? 0))
  return name ? badRequest(`${name}는 ${limits[name]}자 이하여야 합니다.`) : null
}
