import { useSpeech } from '../language.js'

/** Says so only to those who wait: CSS shows it after a moment. */
export function Loading() {
  const { say } = useSpeech()
  return (
    <p className="loading" role="status">
      {say('불러오고 있어요', 'Loading')}
    </p>
  )
}
