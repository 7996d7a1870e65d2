extension RunSummaryTests {
  /// The summary of the tiny scenario, word for word.
  static let expected = """
    One month or three?
    1 year (365 days) from 2027-01-01 · 20 replications · seed 20270101 · buffert 0.3.0

                                       stock-out days                                               cost above today
                   unmet demand        per care unit      discarded          stock value   pallet   SEK per inhabitant
                   % of units          and year           kSEK per year      kSEK          places   and year
    today          9.18 (5.27–13.09)   39.7 (18.7–60.6)   2.38 (1.57–3.18)    8.3          0.069       –
    one-month      5.48 (2.38–8.57)    20.6 (6.1–35.1)    3.75 (2.52–4.98)   15.6          0.220    0.74 (0.46–1.02)
    three-months   2.59 (0.29–4.89)     6.1 (0.0–12.8)    6.00 (4.05–7.95)   30.7          0.535    1.42 (0.92–1.91)
    mean (95 % interval); unmet demand: share of each product's units, products weighted equally; stock-out days: of any
    product, added; cost above today: paired difference.

    One-month removes 40.3 % (25.9–54.8 %) of today's unmet demand. Discard 1.38 kSEK (0.67–2.08) more per year, average
      stock value 7.38 kSEK (7.05–7.71) more, pallet places 0.150 (0.142–0.159) more and running cost 0.74 SEK (0.46–1.02)
      more per inhabitant and year. Its targets are worth 8.31 kSEK more, which has to be bought once.
    Three-months removes 71.8 % (46.5–97.1 %) of today's unmet demand. Discard 3.63 kSEK (2.13–5.12) more per year, average
      stock value 22.4 kSEK (21.5–23.2) more, pallet places 0.466 (0.446–0.486) more and running cost 1.42 SEK (0.92–1.91)
      more per inhabitant and year. Its targets are worth 24.9 kSEK more, which has to be bought once.
    From one-month to three-months: unmet demand 2.89 percentage points (1.58–4.20) less, discard 2.25 kSEK (1.12–3.38) more
      per year, average stock value 15.0 kSEK (14.4–15.7) more, pallet places 0.316 (0.304–0.327) more and running cost
      0.674 SEK (0.399–0.949) more per inhabitant and year.

    By demand class (number of products):
                                                                             today           one-month       three-months
                   today             one-month           three-months        discarded,      discarded,      discarded,
                   unmet, %          unmet, %            unmet, %            kSEK per year   kSEK per year   kSEK per year
    elective (2)    6.7 (3.2–10.2)   3.38 (1.03–5.74)    0.96 (0.00–2.05)    0.00            0.00            0.00
    trauma (1)     14.1 (4.0–24.3)   9.66 (0.72–18.60)   5.86 (0.00–12.77)   2.38            3.75            6.00

    Three-months discards most of: serum (slow mover, 100.0 %); together 100.0 % of 6.00 kSEK per year.
    Three-months pays for: fluid (4.9), serum (3.8): percentage points of unmet demand less than under one-month (difference
      of means).
    One-month is enough for 0 of 3 products (unmet demand below 0.10 %).
    No policy brings unmet demand below 1.0 % for: serum (5.9 %), fluid (1.8 %); least under any policy in brackets.

    Rounding up to units and packs at every location multiplies targets stated in days by today 2.05, one-month 1.45,
      three-months 1.22 (by value; targets.csv has it by kind of location).

    Assumptions that decide this:
    - shortage duration: 60 days (assumption); 30 days … 120 days

    The horizon is shorter than the remaining life at receipt of 1 of 3 products: discard per year is the long-run rate at a
      stationary start, but a single period's waves are not resolved.
    Intervals are simulation error only: they say what more replications could change, not what other assumptions would.

    """
}
