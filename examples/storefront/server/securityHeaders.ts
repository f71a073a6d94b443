import type { MiddlewareHandler } from 'hono'
import type { FrontSettings } from '../shop/order.types.js'

/** Where PortOne's script, window and calls live, and the Toss pages that its window opens. */
const gateway = [
  'https://*.iamport.kr',
  'https://*.iamport.co',
  'https://*.portone.io',
  'https://*.tosspayments.com',
]

/**
 * Lets in what a payment needs and nothing else: our own files, and the gateway's script, frame and calls (the sandbox's
 * where the shop runs on one). `style-src` has to allow inline styles, because the SDK writes a `<style>` of its own.
 */
export function securityHeaders({ sdkUrl, sandbox }: FrontSettings): MiddlewareHandler {
  const ours = sdkUrl ? [new URL(sdkUrl).origin] : []
  const theirs = (sandbox ? ours : [...ours, ...gateway]).join(' ')
  const policy = [
    `default-src 'none'`,
    `script-src 'self' ${theirs}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: ${theirs}`,
    `font-src 'self' data:`,
    `connect-src 'self' ${theirs}`,
    `frame-src ${theirs}`,
    `form-action 'self' ${theirs}`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
  return async (context, next) => {
    await next()
    const { headers } = context.res
    headers.set('content-security-policy', policy)
    headers.set('x-content-type-options', 'nosniff')
    // Return addresses carry payment numbers: other sites need not see them.
    headers.set('referrer-policy', 'strict-origin-when-cross-origin')
    headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    if (context.req.path.startsWith('/api/')) headers.set('cache-control', 'no-store')
  }
}
