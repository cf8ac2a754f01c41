/*
 * The few words that a redline treats by themselves, in the six official languages of the United Nations. Not
 * dictionaries: only what decides whether an unchanged word between two changes may be folded into them.
 */
const words = (list: string): readonly string[] => list.split(/\s+/v).filter((word) => word !== '')

/** Negations and verbs of obligation, permission and endeavour: never folded into a change (RL6). */
const GUARDS: ReadonlySet<string> = new Set(
  words(`
    not no nor neither never none without except unless cannot only
    shall may must should will can could would might ought endeavour
    ne pas ni non sans aucun aucune jamais sauf doit doivent devra devront peut peuvent pourra pourront devrait devraient
    no ni sin nunca ningún ninguna salvo deberá deberán debe deben podrá podrán puede pueden debería deberían
    не ни без нет никогда кроме должен должна должно должны может могут обязан обязаны следует вправе
    لا لم لن ليس غير دون بدون إلا يجوز يجب ينبغي يتعين تتعهد
    不 非 无 未 勿 不得 不应 不可 应 应当 须 必须 可 可以 得 尽力 努力
  `),
)

/** Words that carry no matter of their own: a run of them alone between two changes is noise. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  words(`
    the a an of to in on at by for from with and or as that which this these those its their such any be is are
    le la les l un une des du de d à au aux en et ou par pour dans sur que qui ce cet cette ces son sa ses leur leurs
    el los las un una unos unas del al en y e o u por para con que su sus este esta estos estas
    и или в во на с со о об от до из к ко по за для при а что который которая которые этот эта эти
    و أو في من إلى على عن أن التي الذي هذا هذه ذلك
    的 和 或 与 及 在 对 为 以 其 该 之
  `),
)

/** Words before which a phrase naturally begins: an inserted phrase is drawn to start there. */
const CONNECTIVES: ReadonlySet<string> = new Set(
  words(`
    and or but of to in on at by for from with as that which if where when unless except subject under including
    et ou mais de à en par pour dans sur que qui si lorsque sauf sous y compris
    y o pero de a en por para con que si cuando salvo
    и или но в на с о от из к по для при если который которая которые когда
    و أو في من إلى على عن إذا
    和 或 与 及 以及 并 但
  `),
)

export const isGuard = (word: string): boolean => GUARDS.has(word.toLowerCase())
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word.toLowerCase())
export const isConnective = (word: string): boolean => CONNECTIVES.has(word.toLowerCase())
