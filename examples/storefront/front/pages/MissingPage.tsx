import { useSpeech } from '../language.js'
import { Heading } from '../parts/Heading.js'
import { Link } from '../route.js'

/** No page has this address. */
export function MissingPage() {
  const { say } = useSpeech()
  return (
    <>
      <Heading>{say('없는 페이지예요', 'No such page')}</Heading>
      <div className="card empty">
        <p>{say('주소를 다시 확인해 주세요.', 'Please check the address.')}</p>
        <Link className="plain-button" href="/">
          {say('상품 보러 가기', 'See the goods')}
        </Link>
      </div>
    </>
  )
}
