import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiError, callShop } from '../api.js'
import { useSpeech } from '../language.js'
import { Heading } from './Heading.js'
import { TextField } from './TextField.js'

/** Asks for the shopkeeper's password; the session is a cookie that no script can read. */
export function AdminLogin({ onOpened }: { onOpened: () => void }) {
  const { say } = useSpeech()
  const [password, setPassword] = useState('')
  const login = useMutation({
    mutationFn: () => callShop('/api/admin/session', { method: 'POST', body: { password } }),
    onSuccess: onOpened,
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    login.mutate()
  }
  const mistake =
    login.error instanceof ApiError
      ? login.error.code === 'SLOW_DOWN'
        ? say(
            '여러 번 틀렸어요. 1분 뒤에 다시 해 주세요.',
            'Too many wrong passwords. Try again in a minute.',
          )
        : say('비밀번호가 맞지 않아요.', 'The password is wrong.')
      : login.isError && say('서버에 연결하지 못했어요.', 'The server cannot be reached.')
  return (
    <div className="narrow">
      <Heading>{say('관리자 로그인', 'Shopkeeper')}</Heading>
      <form className="card login" onSubmit={send}>
        <TextField
          label={say('관리자 비밀번호', 'Password')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onText={setPassword}
          mistake={mistake}
        />
        <button type="submit" className="main-button" aria-busy={login.isPending || undefined}>
          {say('들어가기', 'Sign in')}
        </button>
      </form>
    </div>
  )
}
