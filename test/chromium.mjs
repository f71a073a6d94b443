import { existsSync } from 'node:fs'

const debian = '/usr/bin/chromium'

/** What Playwright 1.65 switches off itself: of two such lists Chromium reads the last, so ours has to repeat it. */
const offByPlaywright = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'TcpPortRandomizationWin'],
  ...['OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
]
/**
 * The pages behind the address bar's suggestions, and processes kept in reserve: nobody sees them, and for each context of a
 * test they cost more than the shop's page itself.
 */
const unseen = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'PreloadTopChromeWebUI'],
  'SpareRendererForSitePerProcess',
]

/** How every test starts Chromium: Debian's where there is one, else Playwright's own, quiet towards the network. */
export const launchOptions = {
  ...(existsSync(debian) && { executablePath: debian }),
  args: [
    ...['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update'],
    `--disable-features=${[...offByPlaywright, ...unseen].join(',')}`,
  ],
}

/** Is there a Chromium to start? `playwrights`: where Playwright keeps its own. */
export const hasChromium = (playwrights) => existsSync(debian) || existsSync(playwrights)
