import Quantities
import SupplyModel

extension ScenarioDigest {
  /// The duty to hold stock with its exemptions, all of which stand in the report.
  static func append(
    _ duty: Duty, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.word("duty")
    text.whole(duty.days)
    append(duty.locations, content, to: &text)
    text.endLine()
    for exemption in duty.exemptions {
      text.word("exemption")
      text.name(content.authorities[exemption.authority].id)
      text.name(content.products[exemption.product].id)
      switch exemption.held {
      case .share(let basisPoints):
        text.word("share")
        text.whole(basisPoints)
      case .days(let days):
        text.word("days")
        text.whole(days)
      }
      text.name(exemption.reason)
      text.name(exemption.mitigation)
      text.word(exemption.reviewDate.description)
      text.endLine()
    }
  }
}
