import { useCart } from '../cart.js'
import { useSpeech } from '../language.js'
import { Link, type Route } from '../route.js'

/** Where one is, and the way to the cart and the orders. */
export function ShopHeader({ route }: { route: Route }) {
  const { language, setLanguage, say } = useSpeech()
  const cart = useCart()
  const count = Object.values(cart).reduce((sum, each) => sum + each, 0)
  const here = (...pages: Route['page'][]) => (pages.includes(route.page) ? 'page' : undefined)
  return (
    <header className="shop-header">
      <div className="shop-header-row">
        <Link className="shop-name" href="/">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <path d="M5 12h22c0 9-4.6 13-11 13S5 21 5 12z" fill="var(--accent)" />
            <path d="M12 25h8v3h-8z" fill="var(--accent)" />
            <path
              d="M13 9c0-3 2.5-2.5 2.5-5.500M18 9c0-3 2.5-2.5 2.5-5.500"
              fill="none"
              stroke="var(--soft)"
              strokeWidth="1.5"
              strokeLinecap="round"
            />
          </svg>
          <span>{say('물빛찻장', 'Mulbit Tea')}</span>
        </Link>
        <nav aria-label={say('상점 메뉴', 'Shop')}>
          <Link href="/membership" aria-current={here('membership')}>
            {say('멤버십', 'Membership')}
          </Link>
          <Link href="/orders" aria-current={here('orders', 'order')}>
            {say('주문 내역', 'Orders')}
          </Link>
          <Link href="/cart" aria-current={here('cart', 'checkout')}>
            {say('장바구니', 'Cart')}
            {count > 0 && (
              <span className="count">
                {count}
                <span className="unseen">{say('개 담김', ' items')}</span>
              </span>
            )}
          </Link>
          <button
            type="button"
            className="language"
            lang={language === 'ko' ? 'en' : 'ko'}
            onClick={() => setLanguage(language === 'ko' ? 'en' : 'ko')}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <circle cx="12" cy="12" r="9" />
              <path d="M3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18" />
            </svg>
            <span>{language === 'ko' ? 'English' : '한국어'}</span>
          </button>
        </nav>
      </div>
    </header>
  )
}
