import { openShop } from './shop.mjs'

const serve = openShop(Deno.args[0])
Deno.serve(
  {
    port: 0,
    hostname: '127.0.0.1',
    onListen: ({ port }) => console.log(JSON.stringify({ url: `http://127.0.0.1:${port}` })),
  },
  serve,
)
