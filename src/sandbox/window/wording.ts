import { wordingEn } from './wording.en.js'
import { wordingKo } from './wording.ko.js'

/** Every sentence of the payment window; the Korean one is the original. */
export type Wording = typeof wordingKo

/** The payment window's words by `offer.language`. */
export const wording: Record<'ko' | 'en', Wording> = { ko: wordingKo, en: wordingEn }
