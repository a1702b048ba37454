// Medians of rounds: one slow round must not decide.

export const median = (numbers) => {
    const sorted = numbers.filter((number) => number !== undefined).sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The median of each number in a list of objects of one shape, however deep. */
export const medians = (samples) => {
    const [first] = samples;
    if (typeof first === "number") return median(samples);
    if (typeof first !== "object" || !first) return first;
    return Object.fromEntries(
        Object.keys(first).map((key) => [key, medians(samples.map((sample) => sample[key]))]),
    );
};
