type NamesIn<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | NamesIn<Rest> : Text
type KeyOfEach<Union> = Union extends Union ? keyof Union : never

/**
 * A text that lists every key of `Options` and nothing else, with a space between each two. What is missing, or is no key,
 * is what the compiler complains of: an option that a list forgets would land on the element.
 */
export type NamesOf<Options, Text extends string> =
  | Exclude<KeyOfEach<Options>, NamesIn<Text>>
  | Exclude<NamesIn<Text>, KeyOfEach<Options>> extends never
  ? Text
  : {
      missing: Exclude<KeyOfEach<Options>, NamesIn<Text>>
      unknown: Exclude<NamesIn<Text>, KeyOfEach<Options>>
    }
