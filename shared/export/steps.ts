/** Work that pauses now and then with the share that is done [0..1]. Who runs it decides how long a pause is. */
export type Steps<Result> = Generator<number, Result, void>;
