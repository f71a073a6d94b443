import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks'
import { type PropsWithChildren, useEffect, useState } from 'react'
import { addons } from 'storybook/preview-api'
import { themes } from 'storybook/theming'
import { PlaygroundContext, type PlaygroundGlobals, readGlobals, useTheme } from './Playground.js'

/** A page of documentation, light or dark as the toolbar says. */
export function DocsPage(props: PropsWithChildren<DocsContainerProps>) {
  const [globals, setGlobals] = useState(lastGlobals)
  useEffect(() => {
    const channel = addons.getChannel()
    const heard = ({ globals }: GlobalsEvent) => {
      setGlobals(globals)
      keepInAddress(readGlobals(globals))
    }
    channel.on('globalsUpdated', heard)
    return () => channel.off('globalsUpdated', heard)
  }, [])
  return (
    <PlaygroundContext value={{ ...readGlobals(globals), alone: false }}>
      <Themed {...props} />
    </PlaygroundContext>
  )
}

function Themed(props: PropsWithChildren<DocsContainerProps>) {
  return <DocsContainer {...props} theme={themes[useTheme()]} />
}

/** Storybook reloads a page of documentation whose stories are still being drawn: it comes back as it was turned. */
function keepInAddress({ theme, locale, module, fault }: PlaygroundGlobals): void {
  const address = new URL(location.href)
  address.searchParams.set(
    'globals',
    `theme:${theme};locale:${locale};module:${module};fault:${fault ?? 'none'}`,
  )
  history.replaceState(history.state, '', address)
}

interface GlobalsEvent {
  globals: Record<string, unknown>
}

/** As the toolbar stands now: what it was turned to last, or what the page opened with. */
function lastGlobals(): Record<string, unknown> {
  const channel = addons.getChannel()
  const [{ globals }] = (channel.last('globalsUpdated') ??
    channel.last('setGlobals') ?? [{ globals: {} }]) as [GlobalsEvent]
  return globals
}
