/// What is counted, as it is called where there is one of it and where there are several.
struct Noun: Sendable {
  private let english: (one: String, several: String)
  private let swedish: (one: String, several: String)

  init(_ english: (String, String), _ swedish: (String, String)) {
    self.english = english
    self.swedish = swedish
  }

  /// What so many of it are called.
  func name(of count: some BinaryInteger, in language: ReportLanguage) -> String {
    count == 1 ? language(english.one, swedish.one) : language(english.several, swedish.several)
  }

  static let product = Noun(("product", "products"), ("produkt", "produkter"))
  static let supplier = Noun(("supplier", "suppliers"), ("leverantör", "leverantörer"))
  static let location = Noun(("location", "locations"), ("plats", "platser"))
  static let policy = Noun(("policy", "policies"), ("policy", "policyer"))
  static let region = Noun(("region", "regions"), ("region", "regioner"))
  static let authority = Noun(("authority", "authorities"), ("huvudman", "huvudmän"))
  static let row = Noun(("row", "rows"), ("rad", "rader"))
  static let unit = Noun(("unit", "units"), ("enhet", "enheter"))
  static let pack = Noun(("pack", "packs"), ("förpackning", "förpackningar"))
  static let lot = Noun(("lot", "lots"), ("parti", "partier"))
  static let replication = Noun(
    ("independent replication", "independent replications"),
    ("oberoende upprepning", "oberoende upprepningar"))

  static let day = Noun(("day", "days"), ("dag", "dagar"))
  static let hour = Noun(("hour", "hours"), ("timme", "timmar"))
  static let minute = Noun(("minute", "minutes"), ("minut", "minuter"))
}
