import { useSpeech } from '../language.js'

/** It is paused or has ended, but a charge that is out already could not be taken back yet: nobody may promise more than that. */
export function StillCharged({ ended }: { ended: boolean }) {
  const { say } = useSpeech()
  return (
    <p className="notice" role="status">
      {ended
        ? say('멤버십을 해지했어요. ', 'The membership has ended. ')
        : say('쉬어 가기로 했어요. ', 'The membership is paused. ')}
      {say(
        '이미 요청한 결제를 취소하고 있어요. 취소되기 전에 결제되면 결제 내역에 나오고, 그 차는 보내드려요. 그 뒤로는 결제하지 않아요.',
        'A charge that was on its way is being taken back. Should it be made before that, it is listed under charges and its tea is sent. Nothing is charged after it.',
      )}
    </p>
  )
}
