/** After so long without a change the draft has come to rest: a checkpoint. */
const SILENCE_MS = 15 * 60_000
/** Where work goes on without a pause, a checkpoint comes after so long. */
const STRETCH_MS = 60 * 60_000
/** A point of the playback covers a minute, as the log does, or more where there would be too many. */
const WIDTH_MS = 60_000

/** The last row of a point, by index; `rests`: whether the draft came to rest there. */
export type Cut = Readonly<{ last: number; rests: boolean }>

/**
 * Groups rows, by their times in milliseconds, into at most `most` points (at least 2), in order and without a gap. Nothing is
 * stored for it: the checkpoints follow from the log. The first row, the seed, is a point of its own.
 */
export function cutIntoPoints(times: readonly number[], most: number): readonly Cut[] {
  for (let factor = 1; ; factor *= 2) {
    const cuts = cutBy(times, factor)
    if (cuts.length <= most) return cuts
  }
}

function cutBy(times: readonly number[], factor: number): readonly Cut[] {
  const cuts: Cut[] = []
  const silence = Math.max(SILENCE_MS, WIDTH_MS * factor)
  let [start, restedAt] = [times[0] ?? 0, times[0] ?? 0]
  times.forEach((time, index) => {
    const next = times[index + 1]
    const isSilent = next === undefined || next - time >= silence
    const rests = isSilent || next - restedAt >= Math.max(STRETCH_MS, silence)
    if (index > 0 && !rests && next - start <= WIDTH_MS * factor) return
    cuts.push({ last: index, rests })
    start = next ?? time
    if (rests) restedAt = start
  })
  return cuts
}
