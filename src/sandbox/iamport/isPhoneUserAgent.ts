/**
 * The SDK's own rule for a phone: iPhone, iPad, iPod, Android or `Mobile` in the user agent. An iPad that says it is a
 * Mac counts as a desktop. Source: iamport.payment-1.2.0.js.
 */
export function isPhoneUserAgent(userAgent: string): boolean {
  return /iPhone|iPad|iPod|Android|Mobile/.test(userAgent)
}
