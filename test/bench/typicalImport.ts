export { TossCheckoutButton, TossCheckoutProvider, usePaymentRedirect } from 'react-toss-checkout'
