/**
 * The SDK's own rule for a redirecting window: iPhone, iPad, iPod, Android or `Mobile` in the user agent. An iPad that
 * says it is a Mac counts as a desktop.
 */
export function isPhone(): boolean {
  return /iPhone|iPad|iPod|Android|Mobile/i.test(navigator.userAgent)
}
