/** A proxy in front usually ends TLS; of several in a row the first says what the browser used. */
export function isHttps(request: Request): boolean {
  const outside = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim().toLowerCase()
  return outside === undefined ? request.url.startsWith('https:') : outside === 'https'
}
