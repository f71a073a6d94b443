import { useSpeech } from '../language.js'
import { Heading } from '../parts/Heading.js'

/** What a member agrees to. A real shop has its lawyers write it. */
export function TermsPage() {
  const { say } = useSpeech()
  const terms = [
    {
      id: 'charges',
      title: say('자동 결제', 'Automatic charges'),
      text: say(
        '고른 멤버십에 따라 매달 또는 매년, 시작한 날과 같은 날에 등록한 카드로 결제합니다. 그런 날이 없는 달에는 그달의 마지막 날에 결제합니다. 승인되지 않으면 하루 뒤와 그로부터 사흘 뒤에 다시 결제하고, 세 번 모두 승인되지 않으면 멈춥니다. 직접 다시 결제하거나 카드를 바꿔 결제한 것도 한 번으로 셉니다. 언제든 쉬거나 해지할 수 있고, 그 뒤로는 결제하지 않습니다.',
        'The registered card is charged every month or every year, as chosen, on the date the membership began, or on the last day of a shorter month. A declined charge is tried again one day later, and three days after that; after three declines it stops. A try you make yourself, also by changing the card, counts as one. Pause or end it whenever you like: nothing is charged from then on.',
      ),
    },
    {
      id: 'payments',
      title: say('전자금융거래', 'Electronic payments'),
      text: say(
        '결제는 토스페이먼츠와 포트원을 거쳐 이루어집니다. 결제 내역은 멤버십 화면에서 볼 수 있습니다.',
        'Payments are made through Toss Payments and PortOne. Every charge is listed on the membership page.',
      ),
    },
    {
      id: 'privacy',
      title: say('카드 정보의 수집과 이용', 'Card details'),
      text: say(
        '카드 번호, 유효기간, 생년월일 또는 사업자등록번호, 비밀번호 앞 두 자리를 카드를 등록하는 데에만 쓰고 저장하지 않습니다. 등록한 뒤에는 결제사가 내준 등록 정보와 가려진 카드 번호만 남습니다.',
        'The number, expiry, birth date or business number, and first two digits of the password are used to register the card and are not kept. What remains is the gateway’s registration and a masked number.',
      ),
    },
  ]
  return (
    <div className="narrow">
      <Heading>{say('멤버십 약관', 'Membership terms')}</Heading>
      <div className="stack">
        {terms.map(({ id, title, text }) => (
          <section className="card" id={id} key={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title}</h2>
            <p>{text}</p>
          </section>
        ))}
      </div>
    </div>
  )
}
