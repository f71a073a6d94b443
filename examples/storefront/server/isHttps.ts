/** A proxy in front usually ends TLS. */
export function isHttps(request: Request): boolean {
  return request.headers.get('x-forwarded-proto') === 'https' || request.url.startsWith('https:')
}
