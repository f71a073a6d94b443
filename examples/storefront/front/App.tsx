import { lazy, Suspense, useRef } from 'react'
import { type PaymentOutcome, TossCheckoutProvider } from 'react-toss-checkout'
import { emptyCart } from './cart.js'
import { useSpeech } from './language.js'
import { CartPage } from './pages/CartPage.js'
import { CheckoutPage } from './pages/CheckoutPage.js'
import { CompletePage } from './pages/CompletePage.js'
import { GoodsPage } from './pages/GoodsPage.js'
import { MembershipPage } from './pages/MembershipPage.js'
import { MissingPage } from './pages/MissingPage.js'
import { OrderPage } from './pages/OrderPage.js'
import { OrdersPage } from './pages/OrdersPage.js'
import { TermsPage } from './pages/TermsPage.js'
import { Loading } from './parts/Loading.js'
import { ShopFooter } from './parts/ShopFooter.js'
import { ShopHeader } from './parts/ShopHeader.js'
import { goTo, pathOfOrder, type Route, readRoute, usePathname } from './route.js'
import { settings } from './settings.js'
import { useKeptFocus } from './useKeptFocus.js'

// A buyer never needs these.
const AdminPage = lazy(() =>
  import('./pages/AdminPage.js').then(({ AdminPage: page }) => ({ default: page })),
)
const SandboxDrawer = lazy(() =>
  import('./parts/SandboxDrawer.js').then(({ SandboxDrawer: drawer }) => ({ default: drawer })),
)

/**
 * What is bought is no longer in the cart, and its order takes the place of the form: here, because a reload may find
 * the payment before the form is drawn, and an empty cart draws none.
 */
function afterPayment(end: PaymentOutcome): void {
  if (end.status !== 'paid' && end.status !== 'awaiting-deposit') return
  emptyCart()
  if (readRoute(location.pathname).page === 'checkout') goTo(pathOfOrder(end.merchantUid), { replace: true })
}

export function App() {
  const { language, say } = useSpeech()
  const route = readRoute(usePathname())
  const { merchantCode, pg, sdkUrl, sandbox } = settings
  const main = useRef<HTMLElement>(null)
  useKeptFocus(main)
  return (
    <TossCheckoutProvider
      merchantCode={merchantCode}
      pg={pg}
      sdkUrl={sdkUrl}
      endpoint="/api/checkout"
      redirectUrl="/checkout/complete"
      locale={language}
      onSettled={afterPayment}
    >
      <a className="skip" href="#main">
        {say('본문으로 건너뛰기', 'Skip to content')}
      </a>
      <ShopHeader route={route} />
      <main id="main" tabIndex={-1} ref={main}>
        <Suspense fallback={<Loading />}>
          <Page route={route} />
        </Suspense>
      </main>
      <ShopFooter />
      {sandbox && (
        <Suspense>
          <SandboxDrawer
            merchantUid={route.page === 'order' ? route.merchantUid : undefined}
            months={route.page === 'membership'}
          />
        </Suspense>
      )}
    </TossCheckoutProvider>
  )
}

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'goods':
      return <GoodsPage />
    case 'cart':
      return <CartPage />
    case 'checkout':
      return <CheckoutPage />
    case 'complete':
      return <CompletePage />
    case 'orders':
      return <OrdersPage />
    case 'order':
      return <OrderPage key={route.merchantUid} merchantUid={route.merchantUid} />
    case 'membership':
      return <MembershipPage />
    case 'terms':
      return <TermsPage />
    case 'admin':
      return <AdminPage />
    case 'missing':
      return <MissingPage />
    default:
      return route satisfies never
  }
}
