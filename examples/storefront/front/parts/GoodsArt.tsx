import type { ReactElement } from 'react'

/** The goods, drawn: a shop without photographs and without a network. */
export function GoodsArt({ id }: { id: string }) {
  return (
    <svg className="goods-art" viewBox="0 0 120 120" aria-hidden="true">
      {drawings[id] ?? <rect width="120" height="120" fill="#e4e0d6" />}
    </svg>
  )
}

const shadow = <ellipse cx="60" cy="97" rx="36" ry="5" fill="#000" opacity=".12" />

const drawings: Record<string, ReactElement> = {
  'celadon-bowl': (
    <>
      <rect width="120" height="120" fill="#e3e9de" />
      {shadow}
      <path d="M20 48h80c0 26-16 42-30 44H50C36 90 20 74 20 48z" fill="#7fa594" />
      <path d="M20 48h80c0 6-1 11-3 16H23c-2-5-3-10-3-16z" fill="#93b7a6" />
      <ellipse cx="60" cy="48" rx="40" ry="9" fill="#b9d2c4" />
      <ellipse cx="60" cy="50" rx="33" ry="6" fill="#6d8f62" />
      <path d="M36 74c6-7 12-7 18 0M62 78c6-7 12-7 18 0" fill="none" stroke="#cfe0d5" strokeWidth="2" />
    </>
  ),
  'white-teapot': (
    <>
      <rect width="120" height="120" fill="#e2dfd6" />
      {shadow}
      <path d="M28 62l-14-12 5-5 15 9z" fill="#f1efe9" />
      <path d="M84 60l24-14 5 8-26 17z" fill="#e7e3d9" />
      <path d="M28 66c0-20 16-28 32-28s32 8 32 28-14 28-32 28-32-8-32-28z" fill="#faf8f3" />
      <path d="M70 92c14-3 22-12 22-26 0-6-1-11-4-15 2 20-6 34-18 41z" fill="#e3ded2" />
      <ellipse cx="60" cy="40" rx="19" ry="5" fill="#ece8de" />
      <path d="M55 36c0-8 10-8 10 0z" fill="#d9d3c5" />
    </>
  ),
  'moon-jar': (
    <>
      <rect width="120" height="120" fill="#d8d4cb" />
      {shadow}
      <path d="M60 40c-3-14 4-20 2-32" fill="none" stroke="#6b5642" strokeWidth="2.5" />
      <circle cx="64" cy="16" r="4" fill="#d88c8c" />
      <circle cx="57" cy="24" r="3.5" fill="#e3a3a3" />
      <circle cx="63" cy="30" r="3" fill="#d88c8c" />
      <path
        d="M47 40h26c15 5 24 16 24 29 0 14-11 24-24 27H47c-13-3-24-13-24-27 0-13 9-24 24-29z"
        fill="#f7f4ec"
      />
      <path d="M76 95c12-4 21-13 21-26 0-8-4-15-10-21 4 18-1 36-11 47z" fill="#e0dacb" />
      <ellipse cx="60" cy="40" rx="13" ry="3.5" fill="#cfc8b8" />
    </>
  ),
  'buncheong-cup': (
    <>
      <rect width="120" height="120" fill="#e7dfd3" />
      {shadow}
      <path d="M34 42h52l-5 46c-1 5-41 5-42 0z" fill="#8a8171" />
      <path d="M35 50c16-5 34 5 50-1l-2 20c-15 5-31-4-46 1z" fill="#e9e4d8" />
      <path d="M36 56c15-4 32 5 48 0M37 63c15-4 31 4 46 0" stroke="#b9b09d" strokeWidth="1.5" fill="none" />
      <ellipse cx="60" cy="42" rx="26" ry="6" fill="#a79d8b" />
      <ellipse cx="60" cy="43" rx="21" ry="4" fill="#9a8544" />
    </>
  ),
  sejak: (
    <>
      <rect width="120" height="120" fill="#dfe7d2" />
      {shadow}
      <path d="M36 34h48v60c0 3-48 3-48 0z" fill="#4f6b45" />
      <path d="M36 34l4-10h40l4 10z" fill="#3f5738" />
      <rect x="44" y="50" width="32" height="30" fill="#f4f1e4" />
      <path d="M60 74c-9-6-9-14 0-20 9 6 9 14 0 20z" fill="#7b9a55" />
      <path d="M60 56v17" stroke="#4f6b45" strokeWidth="1.5" />
    </>
  ),
  ssuk: (
    <>
      <rect width="120" height="120" fill="#e2e6dc" />
      {shadow}
      <rect x="38" y="30" width="44" height="12" rx="3" fill="#a58d6b" />
      <path d="M36 44h48v46c0 5-48 5-48 0z" fill="#cdd9d3" />
      <path d="M36 60h48v30c0 5-48 5-48 0z" fill="#6f8460" />
      <rect x="46" y="56" width="28" height="20" rx="2" fill="#f7f4ea" />
      <path d="M60 72V60m0 4l-6-3m6 6l6-4m-6 7l-5-2" stroke="#5d7250" strokeWidth="1.8" fill="none" />
    </>
  ),
  'tea-tray': (
    <>
      <rect width="120" height="120" fill="#ece5da" />
      <path d="M14 62l32-22h62l-24 26z" fill="#8a5a37" />
      <path d="M14 62h70v8H14z" fill="#6f4528" />
      <path d="M84 66l24-26v8L84 74z" fill="#5d391f" />
      <path d="M26 58l26-16M44 60l26-18M62 60l26-18" stroke="#a0713f" strokeWidth="1.5" />
      <path d="M48 44h20c0 7-4 10-10 10s-10-3-10-10z" fill="#e9efe6" />
      <ellipse cx="56" cy="44" rx="10" ry="2.5" fill="#9ab08a" />
      <ellipse cx="56" cy="80" rx="44" ry="5" fill="#000" opacity=".1" />
    </>
  ),
  'iron-kettle': (
    <>
      <rect width="120" height="120" fill="#dcdad6" />
      {shadow}
      <path d="M36 52c-2-40 50-40 48 0" fill="none" stroke="#2b2b2b" strokeWidth="4" />
      <path d="M86 60l18-12 4 7-20 16z" fill="#34332f" />
      <path d="M26 70c0-14 14-22 34-22s34 8 34 22-14 24-34 24-34-10-34-24z" fill="#3d3b37" />
      <path d="M30 76h60" stroke="#57544e" strokeWidth="2" strokeDasharray="2 5" />
      <ellipse cx="60" cy="50" rx="18" ry="4" fill="#2b2926" />
      <circle cx="60" cy="45" r="4" fill="#57544e" />
    </>
  ),
}
