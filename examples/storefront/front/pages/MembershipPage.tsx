import { useEffect, useRef, useState } from 'react'
import { useBillingKeys } from 'react-toss-checkout'
import type { MembershipPageData } from '../../shop/membership.types.js'
import { dropStaleIntent, readIntent } from '../cardIntent.js'
import { useSpeech } from '../language.js'
import { Heading } from '../parts/Heading.js'
import { Loading } from '../parts/Loading.js'
import { MemberForm } from '../parts/MemberForm.js'
import { MembershipCards } from '../parts/MembershipCards.js'
import { MembershipCharges } from '../parts/MembershipCharges.js'
import { MembershipJoin } from '../parts/MembershipJoin.js'
import { MembershipStatus } from '../parts/MembershipStatus.js'
import { OfferList } from '../parts/OfferList.js'
import { Problem } from '../parts/Problem.js'
import { useMembership } from '../useMembership.js'

/** Tea that comes by itself: what it is, joining, and everything a member can do. Phones come back here from the card window. */
export function MembershipPage() {
  const { say } = useSpeech()
  const { data, isPending, refetch } = useMembership()
  return (
    <>
      <Heading
        note={say(
          '그달에 가장 맛이 든 차를 골라 보내드려요. 언제든 쉬거나 그만둘 수 있어요.',
          'The tea that is at its best, sent to you. Pause or stop whenever you like.',
        )}
      >
        {say('차 멤버십', 'Tea membership')}
      </Heading>
      {data ? (
        data.member ? (
          <Member data={data} />
        ) : (
          <div className="stack sign-up">
            <OfferList offers={data.offers} />
            <MemberForm />
          </div>
        )
      ) : isPending ? (
        <Loading />
      ) : (
        <Problem onRetry={refetch}>
          {say('멤버십을 불러오지 못했어요.', 'The membership could not be loaded.')}
        </Problem>
      )}
    </>
  )
}

function Member({ data: { offers, membership, charges } }: { data: MembershipPageData }) {
  const keys = useBillingKeys()
  const joined = membership !== null && membership.status !== 'cancelled'
  // A phone that went to the card window comes back in the middle of it.
  const [replacing, setReplacing] = useState(() => 'replace' in (readIntent() ?? {}))
  const stack = useRef<HTMLDivElement>(null)
  const before = useRef(joined)
  useEffect(() => {
    dropStaleIntent(joined)
    // What was pressed is gone: the focus goes to what came instead.
    if (before.current !== joined) stack.current?.querySelector('h2')?.focus()
    before.current = joined
  }, [joined])
  return (
    <div className="columns">
      <div className="stack" ref={stack}>
        {joined ? (
          <MembershipStatus
            membership={membership}
            offers={offers}
            lastCharge={charges[0]}
            onReplace={() => setReplacing(true)}
          />
        ) : (
          <MembershipJoin
            offers={offers}
            keys={keys}
            ended={membership !== null}
            mayStillBeCharged={membership?.mayStillBeCharged ?? false}
          />
        )}
        <MembershipCharges charges={charges} />
      </div>
      <div className="aside">
        <MembershipCards
          keys={keys}
          membership={joined ? membership : null}
          replacing={replacing}
          onReplacing={setReplacing}
        />
      </div>
    </div>
  )
}
