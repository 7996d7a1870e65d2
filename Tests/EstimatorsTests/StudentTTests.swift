import Estimators
import Testing

@Suite("Student's t and the normal distribution")
struct StudentTTests {
  static let probabilities = [0.6, 0.9, 0.975, 0.995, 0.9995, 0.9999990463256836]

  /// Quantiles at `probabilities`, from scipy.stats.t.ppf 1.17, of which the first, third and last
  /// of each row were checked with 40 digits.
  static let references: [(degreesOfFreedom: Int, quantiles: [Double])] = [
    (
      1,
      [
        0.32491969623290634, 3.0776835371752544, 12.706204736174694, 63.656741162871526,
        636.6192487687897, 333772.1072140558,
      ]
    ),
    (
      2,
      [
        0.2886751345948128, 1.8856180831641272, 4.302652729749462, 9.924843200918287,
        31.599054576445365, 724.076308133664,
      ]
    ),
    (
      3,
      [
        0.2766706623326898, 1.637744353696209, 3.1824463052837078, 5.840909309733355,
        12.923978636687961, 104.9460849904987,
      ]
    ),
    (
      4,
      [
        0.2707222947075976, 1.533206274058944, 2.7764451051977934, 4.604094871349992,
        8.610301581379522, 42.07478061550801,
      ]
    ),
    (
      5,
      [
        0.2671808657041451, 1.4758840488244815, 2.5705818356363146, 4.032142983555228,
        6.868826625881276, 25.008780822627184,
      ]
    ),
    (
      10,
      [
        0.2601848294920803, 1.372183641110336, 2.228138851986274, 3.16927267261695,
        4.586893858702708, 9.802787004905092,
      ]
    ),
    (
      29,
      [
        0.25568363457125604, 1.311433647301551, 2.045229642132703, 2.756385903670605,
        3.6594050194663748, 5.93436270389012,
      ]
    ),
    (
      99,
      [
        0.25402901215180673, 1.2901614420344854, 1.9842169515864174, 2.626405457280827,
        3.391528833363685, 5.063366856884254,
      ]
    ),
    (
      200,
      [
        0.25368437919014747, 1.2857987939948012, 1.9718962236339088, 2.600634436191558,
        3.3398354062757107, 4.907739493786914,
      ]
    ),
    (
      201,
      [
        0.25368269988916703, 1.2857775925323176, 1.971836506779859, 2.6005099190831933,
        3.339586788905302, 4.907000647275301,
      ]
    ),
    (
      500,
      [
        0.2534819498516658, 1.2832470207103743, 1.9647198374673676, 2.5856978351419415,
        3.310091151522701, 4.81999751697492,
      ]
    ),
    (
      999,
      [
        0.2534145833303675, 1.2823995700373971, 1.9623414611334493, 2.5807596372676365,
        3.3002924403987666, 4.7913802779526495,
      ]
    ),
    (
      4_999,
      [
        0.2533605866660231, 1.2817209392150215, 1.9604386466615247, 2.5768131633989824,
        3.2924741130564716, 4.76864886747911,
      ]
    ),
    (
      100_000,
      [
        0.25334777715718015, 1.2815600314493614, 1.9599877075346095, 2.575878469908375,
        3.2906240314119137, 4.763283092087485,
      ]
    ),
    (
      10_000_000,
      [
        0.25334710987600284, 1.2815516502030833, 1.959964221767205, 2.5758297952037488,
        3.2905277044652532, 4.763003854701632,
      ]
    ),
  ]

  @Test("Quantiles agree with the reference to ten digits", arguments: references)
  func quantiles(degreesOfFreedom: Int, quantiles: [Double]) {
    for (p, expected) in zip(Self.probabilities, quantiles) {
      let found = StudentT.quantile(p, degreesOfFreedom: degreesOfFreedom)
      #expect(abs(found / expected - 1) < 1e-10, "p = \(p)")
    }
  }

  @Test("Lower quantiles mirror upper ones and the median is 0")
  func symmetry() {
    #expect(StudentT.quantile(0.5, degreesOfFreedom: 7) == 0)
    for degrees in [1, 2, 17, 400] {
      #expect(
        StudentT.quantile(0.25, degreesOfFreedom: degrees)
          == -StudentT.quantile(0.75, degreesOfFreedom: degrees))
    }
  }

  @Test("One and two degrees of freedom agree with their closed forms far into the tail")
  func closedForms() {
    let tail = 0x1p-29
    // tan(π(½ − q)) = 1/tan(πq) and (1 − 2q)·√(2 / (4q(1 − q))).
    let x = Double.pi * tail
    let cauchy = 1 / x - x / 3
    #expect(abs(StudentT.quantile(1 - tail, degreesOfFreedom: 1) / cauchy - 1) < 1e-12)
    let two = (1 - 2 * tail) * (1 / (2 * tail * (1 - tail))).squareRoot()
    #expect(abs(StudentT.quantile(1 - tail, degreesOfFreedom: 2) / two - 1) < 1e-12)
  }

  @Test("Critical values fall with every added degree of freedom, towards the normal quantile")
  func monotone() {
    var last = Double.infinity
    for degrees in 1...300 {
      let value = StudentT.criticalValue(confidence: 0.95, degreesOfFreedom: degrees)
      #expect(value < last)
      last = value
    }
    #expect(last > NormalDistribution.quantile(0.975))
  }

  @Test(
    "Normal quantiles agree with the reference",
    arguments: zip(
      probabilities,
      [
        0.2533471031357997, 1.2815515655446004, 1.959963984540054, 2.5758293035489004,
        3.2905267314919255, 4.763001034267814,
      ]))
  func normal(p: Double, expected: Double) {
    // scipy.stats.norm.ppf.
    #expect(abs(NormalDistribution.quantile(p) / expected - 1) < 1e-10)
  }

  @Test("A probability or a number of degrees of freedom out of range stops")
  func misuse() async {
    await #expect(processExitsWith: .failure) { _ = StudentT.quantile(1, degreesOfFreedom: 3) }
    await #expect(processExitsWith: .failure) { _ = StudentT.quantile(0.9, degreesOfFreedom: 0) }
    await #expect(processExitsWith: .failure) {
      _ = StudentT.criticalValue(confidence: 95, degreesOfFreedom: 3)
    }
  }
}
