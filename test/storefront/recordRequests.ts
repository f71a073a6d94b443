import { createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Place } from './findLeaks.js'

/** Stands before a program and writes down all that it is sent. */
export interface Recorder {
  url: string
  /** Every request so far, whole: address, headers and body. */
  requests(): Place[]
  close(): Promise<void>
}

/** @param to the address requests are handed on to */
export async function recordRequests(to: string): Promise<Recorder> {
  const { hostname, port } = new URL(to)
  const requests: Place[] = []
  const server = createServer((incoming, outgoing) => {
    const { method, url: path = '/', headers } = incoming
    const heard = { name: `${method} ${path.split('?')[0]}`, text: `${path}\n${JSON.stringify(headers)}\n` }
    requests.push(heard)
    const onward = send({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    outgoing.on('close', () => onward.destroy())
    incoming.on('data', (chunk) => {
      heard.text += chunk
      onward.write(chunk)
    })
    incoming.on('end', () => onward.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
