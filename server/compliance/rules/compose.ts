/** An answer to one of the sourcing questions (M9, M28), with the label the applicant saw. */
export interface SourcingAnswer {
  key: string;
  label: string;
  text: string;
}

/** Where an answer lies in the composed text: UTF-16 offsets. */
export interface AnswerPlace {
  key: string;
  start: number;
  end: number;
}

export interface ComposedSourcing {
  text: string;
  map: AnswerPlace[];
}

/**
 * Joins the sourcing answers to the one text the reader takes as `data_sourcing`, each under its label.
 * Answers are kept character for character; unanswered questions leave no trace.
 */
export function composeSourcing(answers: readonly SourcingAnswer[]): ComposedSourcing {
  const map: AnswerPlace[] = [];
  let text = '';
  for (const { key, label, text: answer } of answers) {
    if (answer.trim() === '') continue;
    if (text !== '') text += '\n\n';
    // A label is the form's own wording: without its question mark it only heads the answer.
    text += `${label.replace(/[?:\s]+$/u, '')}:\n`;
    map.push({ key, start: text.length, end: text.length + answer.length });
    text += answer;
  }
  return { text, map };
}

/** Brings a span of the composed text back to the answers it touches, in offsets of each answer. */
export function locate(map: readonly AnswerPlace[], start: number, end: number): AnswerPlace[] {
  const places: AnswerPlace[] = [];
  for (const answer of map) {
    const from = Math.max(start, answer.start);
    const to = Math.min(end, answer.end);
    if (from < to) places.push({ key: answer.key, start: from - answer.start, end: to - answer.start });
  }
  return places;
}
