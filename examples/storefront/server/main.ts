// `node examples/storefront/dist/server.js`: one instance of the shop. Prints one JSON line when it is ready.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import { createPortOneClient } from 'react-toss-checkout/server'
import { createShop } from './createShop.js'
import { gatewayClock } from './gatewayClock.js'
import { keepSweeping } from './keepSweeping.js'
import { openDatabase } from './openDatabase.js'
import { readSettings, SettingsError } from './readSettings.js'
import { recheckMisfits, recheckRefunds } from './recheckRefunds.js'

/** ms that requests under way, and what goes on behind their answers, get when the process is told to end. */
const patience = 10_000

// This file is built to `dist/server.js`.
const dist = fileURLToPath(new URL('.', import.meta.url))

async function start(): Promise<void> {
  const settings = readSettings(process.env, join(dist, '../.data'))
  const { host, port, portOneUrl: baseUrl, impKey, impSecret } = settings
  const clock = gatewayClock(baseUrl)
  const client = createPortOneClient({ impKey, impSecret, baseUrl, now: () => clock.now().getTime() })
  const database = await openDatabase(settings)
  const { app, settlement, billing, quiet } = createShop(settings, {
    ...{ database, client, clock },
    frontFolder: join(dist, 'front'),
  })

  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new SettingsError(`Cannot listen on ${host}:${port}: ${error.message}.`)),
    )
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const listening = typeof address === 'object' && address ? address.port : port
  console.log(JSON.stringify({ ready: true, url: `http://${host}:${listening}` }))

  const sweep = async () => {
    await clock.follow()
    await settlement.sweep()
    await recheckRefunds(database, settlement)
    await recheckMisfits(database, client)
  }
  // The first time at once: what happened while no instance ran, a crash between approval and commit included.
  const stopSweeping = keepSweeping(sweep)
  const stopCharging = keepSweeping(
    async () => {
      await clock.follow()
      await billing.chargeDue()
    },
    // Whoever moves a sandbox's clock wants to see the charge.
    baseUrl ? 1_000 : 30_000,
  )

  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(1), patience).unref()
    try {
      await new Promise((resolve) => {
        server.close(resolve)
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      })
      await Promise.all([stopSweeping(), stopCharging(), quiet()])
      await database.close()
      process.exit(0)
    } catch (error) {
      console.error('ending:', error)
      process.exit(1)
    }
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

start().catch((error: unknown) => {
  console.error(error instanceof SettingsError ? `The storefront cannot start:\n${error.message}` : error)
  process.exit(1)
})
