import { existsSync } from 'node:fs'

const debian = '/usr/bin/chromium'

/** How every test starts Chromium: Debian's where there is one, else Playwright's own, quiet towards the network. */
export const launchOptions = {
  ...(existsSync(debian) && { executablePath: debian }),
  args: ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update'],
}

/** Is there a Chromium to start? `playwrights`: where Playwright keeps its own. */
export const hasChromium = (playwrights) => existsSync(debian) || existsSync(playwrights)
