import { answerFields, answerList } from '../call/answerFields.js'
import { idInPath } from '../call/idInPath.js'
import type { Call } from '../call/operation.js'
import { readOperation } from '../call/readOperation.js'

/** A card company or bank by its standard code (금융결제원 표준 코드). */
export interface StandardCode {
  code: string
  name: string
  raw: Readonly<Record<string, unknown>>
}

/** Names of card companies and banks. */
export interface CodeOperations {
  /** `GET /cards`. */
  listCards(): Promise<StandardCode[]>
  /** `GET /cards/{card_standard_code}`. Raises `NOT_FOUND`. */
  getCard(code: string): Promise<StandardCode>
  /** `GET /banks`. */
  listBanks(): Promise<StandardCode[]>
  /** `GET /banks/{bank_standard_code}`. Raises `NOT_FOUND`. */
  getBank(code: string): Promise<StandardCode>
}

export function codeOperations(call: Call): CodeOperations {
  const readAll = (response: unknown) => answerList(response, readStandardCode)
  return {
    listCards: async () => call(readOperation('listCards', '/cards', readAll)),
    getCard: async (code) =>
      call(
        readOperation('getCard', `/cards/${idInPath('code', code)}`, (answer) => readStandardCode(answer)),
      ),
    listBanks: async () => call(readOperation('listBanks', '/banks', readAll)),
    getBank: async (code) =>
      call(
        readOperation('getBank', `/banks/${idInPath('code', code)}`, (answer) => readStandardCode(answer)),
      ),
  }
}

function readStandardCode(answer: unknown, at?: string): StandardCode {
  const fields = answerFields(answer, at)
  return { code: fields.text('code'), name: fields.text('name'), raw: fields.raw }
}
