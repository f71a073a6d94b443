import { useSay } from '../playground/Playground.js'

/** Where it goes, and what the courier should know. */
export function DeliveryAddress({ memo, onMemo }: { memo: string; onMemo: (memo: string) => void }) {
  const say = useSay()
  const memos = [
    say('문 앞에 놓아 주세요', 'Leave it at the door'),
    say('경비실에 맡겨 주세요', 'Leave it with the guard'),
    say('도착 전에 연락해 주세요', 'Call before arriving'),
  ]
  return (
    <section className="shop-card" aria-labelledby="address-title">
      <h2 id="address-title">{say('배송지', 'Deliver to')}</h2>
      <p className="address-who">
        {say('김하늘', 'Kim Haneul')} <span className="shop-tag">{say('기본 배송지', 'Default')}</span>
      </p>
      <p>
        {say(
          '서울특별시 성동구 연무장길 12, 3층 (04783)',
          '3F, 12 Yeonmujang-gil, Seongdong-gu, Seoul 04783',
        )}
      </p>
      <p className="soft">010-1234-5678</p>
      <label className="field">
        <span>{say('배송 메모', 'Delivery note')}</span>
        <select value={memo || memos[0]} onChange={({ target }) => onMemo(target.value)}>
          {memos.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
    </section>
  )
}
