/*
 * The words on which substance hangs, by aspect, in the six official languages. A word that is missing here costs an
 * explanation, not a class: what no rule excuses is substance. A word that stands here is never excused.
 */
import { Phrases } from './phrases.ts'
import type { Aspect } from './types.ts'

/** Negations and exclusions. */
const NEGATION = `not|no|nor|neither|never|none|without|cannot|unable|nothing|nobody|fails to|fail to|failure to|refrain from
|ne|pas|ni|non|sans|aucun|aucune|jamais|nul|nulle|sin|nunca|ningún|ninguna|ninguno|tampoco
|не|ни|без|нет|никогда|нельзя|никакой|никто
|لا|لم|لن|ليس|ليست|غير|دون|بدون|ولا|فلا|عدم
|不|非|无|未|勿|不得|不应|不可|没有|否`

/** The force of a duty or a power, and how firmly it binds. */
const OBLIGATION = `shall|must|may|might|should|can|could|will|would|ought|is to|are to|is required to|are required to|be required to|be obliged to
|is entitled to|are entitled to|be entitled to|endeavour|endeavours|endeavor|strive|seek to|make every effort|use best efforts|best efforts|undertake to|undertakes to
|consider|shall consider|encourage|encouraged|strongly encouraged|invite|invited|recommend|ensure|guarantee|as far as possible|to the extent possible|to the greatest extent possible
|to the fullest extent possible|as appropriate|where appropriate|if appropriate|if necessary|where necessary|when necessary|as necessary|where applicable|where possible|if possible|where relevant
|taking into account|having regard to|with due regard to|take into account|due account|bearing in mind|prohibited|permitted|mandatory|voluntary|voluntarily|binding|obligation|obligations|duty|duties|require|requires|required|oblige|obliged
|doit|doivent|devra|devront|peut|peuvent|pourra|pourront|devrait|devraient|s'efforce|s'efforcent|il convient|est tenu|sont tenus|s'engage|s'engagent|dans la mesure du possible
|deberá|deberán|debe|deben|podrá|podrán|puede|pueden|debería|deberían|procurará|procurarán|se esforzará|se esforzarán|se compromete|se comprometen|en la medida de lo posible
|должен|должна|должно|должны|может|могут|обязан|обязана|обязаны|следует|вправе|стремится|стремятся|прилагает усилия|обязуется|обязуются|по мере возможности
|يجوز|يجب|ينبغي|يتعين|تتعهد|يتعهد|تسعى|يسعى|تلتزم|يلتزم|قدر الإمكان
|应|应当|须|必须|可|可以|得|尽力|努力|承诺|尽可能`

/** Conditions, exceptions, and what goes first. */
const CONDITION = `if|unless|provided that|provided|except|except for|excepting|save|save for|save as|other than|subject to|without prejudice to|without prejudice|notwithstanding|by way of derogation|derogation
|on condition that|condition|conditions|in so far as|insofar as|to the extent that|to the extent|as long as|so long as|only if|in the absence of|in case|in cases where|in the case of|upon request|on request|exempt|exempted|exemption|exemptions|exception|exceptions
|consent|prior consent|authorisation|authorization|approval|prior|after consulting|consultation|until|before|after|when|where|whenever
|within the limits of|pending|failing
|si|à moins que|sauf|excepté|à condition que|sous réserve de|sous réserve|sans préjudice de|sans préjudice|nonobstant|lorsque|hormis|dans la mesure où
|salvo|excepto|a menos que|siempre que|a reserva de|sin perjuicio de|sin perjuicio|no obstante|cuando|a condición de que
|если|кроме|за исключением|при условии|при условии что|без ущерба для|без ущерба|несмотря на|когда|с учетом
|إذا|إلا|ما لم|باستثناء|بشرط|شريطة|رهنا|دون المساس|مع عدم الإخلال|عندما|بصرف النظر
|如果|如|除非|除外|但|但书|在不影响|不妨碍|以不违反|为条件|的情况下|时`

/** What protects persons. */
const SAFEGUARD = `human rights|fundamental rights|fundamental freedoms|freedom|freedoms|dignity|rule of law|due process|fair trial|proportionality|proportionate|necessity|judicial review|judicial|independent|oversight|supervision
|remedy|remedies|appeal|redress|privacy|personal data|data protection|confidential|confidentiality|secrecy|privilege|legal privilege|non-discrimination|discrimination|asylum|refugees|non-refoulement|torture|child|children|minors|minor
|gender|victims|witnesses|bona fide|safeguard|safeguards|protection|presumption of innocence|defence rights|good faith|national security|public order|ordre public|sovereignty
|droits de l'homme|droits fondamentaux|libertés fondamentales|proportionnalité|contrôle juridictionnel|vie privée|données personnelles|recours
|derechos humanos|derechos fundamentales|libertades fundamentales|proporcionalidad|revisión judicial|vida privada|datos personales|recurso
|прав человека|права человека|основные свободы|основных свобод|соразмерность|соразмерности|судебный надзор|неприкосновенность
|حقوق الإنسان|الحريات الأساسية|التناسب|المراجعة القضائية|الخصوصية
|人权|基本自由|相称|司法审查|隐私|个人数据`

/** How wide a rule reaches. `e.g.` opens a list that `i.e.` closes. */
const SCOPE = `all|any|each|every|some|only|solely|exclusively|exclusive|either|both|or|other|others|serious|grave|significant|significantly|substantial|substantially|mainly|primarily|principally|material|minor offences
|including|includes|include|in particular|particularly|especially|such as|e.g|inter alia|excluding|exclude|excludes|limited|unlimited|specific|specified|certain|relevant|general|generally|at least in part|in whole|in part|entire|entirely|partly|wholly
|intentional|intentionally|knowingly|wilfully|negligence|attempt|attempted|directly|indirectly|direct|indirect|transnational|international|domestic|national|foreign|public|private|temporary|temporarily|permanent|permanently|always|ordinarily
|tout|toute|tous|toutes|chaque|quelconque|seulement|uniquement|exclusivement|notamment|y compris|ou|grave|graves|intentionnellement
|todo|toda|todos|todas|cualquier|cualquiera|cada|solo|sólo|únicamente|exclusivamente|en particular|incluido|incluida|o|graves|intencionalmente
|все|всех|любой|любая|любое|любые|каждый|каждая|только|исключительно|в частности|включая|или|серьезный|серьезные|умышленно
|جميع|كل|أي|فقط|بما في ذلك|أو|الخطيرة|عمدا
|所有|任何|每一|各|仅|只|包括|或|严重|故意|特别是`

/** Time and measure, beside numbers themselves. */
const QUANTITY = `immediately|forthwith|promptly|without delay|without undue delay|undue|undue delay|as soon as possible|as soon as practicable|at the latest|within|annual|annually|monthly|weekly|daily|periodically|regularly|day|days|week|weeks|month|months|year|years|hour|hours|minute|minutes
|per cent|percent|half|twice|double|minimum|maximum|at least|at most|not less than|not more than|no more than|more than|less than|fewer than|up to|exceeding|not exceeding|majority|unanimously|unanimity|simple majority|qualified majority
|january|february|march|april|june|july|august|september|october|november|december
|jour|jours|mois|ans|année|années|heures|majorité|immédiatement|sans délai|día|días|mes|meses|año|años|horas|mayoría|inmediatamente|sin demora
|день|дня|дней|месяц|месяца|месяцев|год|года|лет|часов|большинство|большинством|незамедлительно
|يوم|يوما|أيام|شهر|أشهر|سنة|سنوات|ساعة|أغلبية|فورا|日|月|年|天|小时|多数|立即`

/** Who acts, decides or owes. */
const ACTOR = `council|commission|parliament|committee|court|courts|tribunal|board|secretariat|secretary-general|secretary|director|director-general|minister|ministers|conference of the parties|conference|assembly|depositary|agency|authority|authorities
|provider|providers|importer|importers|distributor|distributors|user|users|deployer|operator|operators|manufacturer|manufacturers|prosecutor|judge|police|member state|member states|requesting|requested|sending|receiving|ordering|beneficiary|payer|payee
|conseil|comité|cour|secrétaire général|requérant|requérante|requis|requise|consejo|comité|corte|tribunal|secretario general|requirente|requerido|совет|комитет|суд|генеральный секретарь|запрашивающее|запрашиваемое|مجلس|لجنة|محكمة|الأمين العام|理事会|委员会|法院|秘书长|请求国|被请求国`

/** What makes a definition. */
const DEFINITION = `means|mean|shall mean|is defined as|refers to|hereinafter|désigne|s'entend|on entend par|se entiende por|significa|означает|означают|понимается|يقصد|يعني|系指|是指`

/** The lists by aspect, each phrase parted from the next by `|` or a line's end. */
export const WEIGHTY_LISTS: readonly (readonly [phrases: string, aspect: Aspect])[] = [
  [NEGATION, 'negation'],
  [OBLIGATION, 'obligation'],
  [CONDITION, 'condition'],
  [SAFEGUARD, 'safeguard'],
  [DEFINITION, 'definition'],
  [QUANTITY, 'quantity'],
  [ACTOR, 'actor'],
  [SCOPE, 'scope'],
]

/** Phrases that carry substance, with their aspect. */
export const WEIGHTY = new Phrases<Aspect>(WEIGHTY_LISTS)
