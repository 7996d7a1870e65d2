import RandomStreams
import ScenarioFiles

extension ProgramCase {
  /// F1: the two generators give the numbers that their authors publish.
  ///
  /// The list has vectors of other generators too (Philox4x32, Philox2x64, Threefry, SplitMix64,
  /// xoshiro256**, and a jump and a seeding that are not used), which Buffert does not contain.
  static let randomNumberVectors = ProgramCase(
    id: "F1", title: "Random numbers: published vectors of the two generators in use",
    source: "Salmon et al. 2011 (Random123, kat_vectors); Blackman & Vigna 2021; NumPy 2.4",
    provenance: .published, subject: "RandomStreams"
  ) { _ in
    philox.map { vector in
      let words = Philox4x64.block(counter: vector.counter, key: vector.key)
      return agreement(
        "Philox4x64-10, \(vector.name)", of: [words.0, words.1, words.2, words.3],
        with: vector.words)
    } + [numpy, xoshiro, units]
  }

  private struct Vector {
    let name: String
    let counter: Philox4x64.Words
    let key: (UInt64, UInt64)
    let words: [UInt64]
  }

  private static let ones = UInt64.max

  private static let philox = [
    Vector(
      name: "counter and key zero", counter: (0, 0, 0, 0), key: (0, 0),
      words: [
        0x1655_4d9e_ca36_314c, 0xdb20_fe9d_672d_0fdc, 0xd7e7_72ce_e186_176b, 0x7e68_b68a_ec7b_a23b,
      ]),
    Vector(
      name: "counter and key all ones", counter: (ones, ones, ones, ones), key: (ones, ones),
      words: [
        0x87b0_92c3_013f_e90b, 0x438c_3c67_be8d_0224, 0x9cc7_d7c6_9cd7_77b6, 0xa09c_aebf_594f_0ba0,
      ]),
    Vector(
      name: "digits of pi",
      counter: (
        0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344, 0xa409_3822_299f_31d0, 0x082e_fa98_ec4e_6c89
      ), key: (0x4528_21e6_38d0_1377, 0xbe54_66cf_34e9_0c6c),
      words: [
        0xa528_f454_03e6_1d95, 0x38c7_2dbd_566e_9788, 0xa5a1_610e_72fd_18b5, 0x57bd_43b5_e52b_7fe6,
      ]),
  ]

  /// NumPy counts the counter up before it uses it, lowest word first.
  private static var numpy: Comparison {
    let key: (UInt64, UInt64) = (0xDEAD_BEEF, 0xCAFE_BABE)
    let words = (1...2).flatMap { counter -> [UInt64] in
      let block = Philox4x64.block(counter: (UInt64(counter), 0, 0, 0), key: key)
      return [block.0, block.1, block.2, block.3]
    }
    return agreement(
      "Philox of NumPy, key (0xDEADBEEF, 0xCAFEBABE), first 8", of: words,
      with: [
        8_415_854_869_972_749_135, 10_329_827_224_742_322_251, 1_404_126_041_932_263_329,
        5_956_185_994_142_476_835, 2_606_282_359_656_245_527, 12_406_787_717_239_228_684,
        5_361_698_969_745_854_209, 11_774_495_280_802_624_508,
      ])
  }

  private static var xoshiro: Comparison {
    var stream = RandomStream(state: (1, 2, 3, 4))
    return agreement(
      "xoshiro256++, state 1 2 3 4, first 10", of: (0..<10).map { _ in stream.next() },
      with: [
        41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386,
        9_228_616_714_210_784_205, 9_973_669_472_204_895_162, 14_011_001_112_246_962_877,
        12_406_186_145_184_390_807, 15_849_039_046_786_891_736, 10_450_023_813_501_588_000,
      ])
  }

  private static var units: Comparison {
    var stream = RandomStream(state: (1, 2, 3, 4))
    return agreement(
      "numbers from 0 to 1 of xoshiro256++, state 1 2 3 4, first 5",
      of: (0..<5).map { _ in stream.nextUnit() },
      with: [
        2.273_736_754_432_320_6e-12, 3.183_231_456_205_249e-12, 0.000_194_549_563_730_106_46,
        0.000_194_669_142_061_343_34, 0.500_284_314_529_168_4,
      ])
  }

  private static func agreement<Number: Equatable>(
    _ row: String, of numbers: [Number], with known: [Number]
  ) -> Comparison {
    Comparison(
      row: row, quantity: "numbers that are the published ones", reference: Double(known.count),
      estimate: Double(zip(numbers, known).count { $0 == $1 }))
  }
}
