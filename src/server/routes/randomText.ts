/** 32 characters that are not mistaken for each other when read out: 5 bits each. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** So many random characters, 5 bits each, from the platform's cryptographic source. */
export function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  return Array.from(bytes, (byte) => alphabet[byte & 31]).join('')
}
