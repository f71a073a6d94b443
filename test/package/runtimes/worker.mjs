import { waitUntil } from 'cloudflare:workers'
import { openShop } from './shop.mjs'

let serve
export default {
  fetch: (request, { GATEWAY }) => {
    serve ??= openShop(GATEWAY, waitUntil)
    return serve(request)
  },
}
