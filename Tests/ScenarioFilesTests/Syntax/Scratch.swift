@testable import ScenarioFiles
import Testing
@Test func scratch() {
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: ""), into: &d); print("@@J0"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "// nothing\n"), into: &d); print("@@J1"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{\n  a: 1\n  b: 2,\n}\n"), into: &d); print("@@J2"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ a: 1 b: 2 }"), into: &d); print("@@J3"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "[\n  1\n  2\n]"), into: &d); print("@@J4"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ title \"x\" }"), into: &d); print("@@J5"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ seed = 1 }"), into: &d); print("@@J6"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ a: , b: 1, c }"), into: &d); print("@@J7"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{\n  policies: {\n    one-month: { extends: \"today\" },\n  },\n}"), into: &d); print("@@J8"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ one month: 1 }"), into: &d); print("@@J9"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ 3months: 1 }"), into: &d); print("@@J10"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{\n  seed: 1,\n  'seed': 2,\n}"), into: &d); print("@@J11"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ effect: ordersRefused, next: 1 }"), into: &d); print("@@J12"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ length: 5 days }"), into: &d); print("@@J13"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ start: 2027-01-01 }"), into: &d); print("@@J14"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ exact: True }"), into: &d); print("@@J15"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ seed: 0042 }"), into: &d); print("@@J16"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ cv: 0,4 }"), into: &d); print("@@J17"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ a: \"x,\n b: 1 }"), into: &d); print("@@J18"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ a: \"x"), into: &d); print("@@J19"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "\"x\\"), into: &d); print("@@J20"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "\"a\\xZZ b\\1 c\\uD800 d\""), into: &d); print("@@J21"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ a: 1, /* b: 2 }"), into: &d); print("@@J22"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ a: 1, / b }"), into: &d); print("@@J23"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ a: [1, 2 }"), into: &d); print("@@J24"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ a: 1 ]"), into: &d); print("@@J25"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{\n  a: { b: 1,\n"), into: &d); print("@@J26"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ a:"), into: &d); print("@@J27"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{} true"), into: &d); print("@@J28"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "[1,,2]"), into: &d); print("@@J29"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "[ : ]"), into: &d); print("@@J30"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "[ a: 1 ]"), into: &d); print("@@J31"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ [1]: 2 }"), into: &d); print("@@J32"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ a: \0 }"), into: &d); print("@@J33"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ a: \u{1B}[31mred }"), into: &d); print("@@J34"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ a: \"\u{202E}evil\u{2066}\" b: 1 }"), into: &d); print("@@J35"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{\n\t\ta: 1\n\t\tb: 2 }"), into: &d); print("@@J36"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ \"日本\": \"a\u{30A}\", x: yes }"), into: &d); print("@@J37"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ key0: 0, key1: 1, key2: 2, key3: 3, key4: 4, key5: 5, key6: 6, key7: 7, key8: 8, key9: 9, key10: 10, key11: 11, key12: 12, key13: 13, key14: 14, key15: 15, key16: 16, key17: 17, key18: 18, key19: 19, key20: 20, key21: 21, key22: 22, key23: 23, key24: 24, key25: 25, key26: 26, key27: 27, key28: 28, key29: 29, bad: oops, more0: 0, more1: 1, more2: 2, more3: 3, more4: 4, more5: 5, more6: 6, more7: 7, more8: 8, more9: 9, more10: 10, more11: 11, more12: 12, more13: 13, more14: 14, more15: 15, more16: 16, more17: 17, more18: 18, more19: 19, more20: 20, more21: 21, more22: 22, more23: 23, more24: 24, more25: 25, more26: 26, more27: 27, more28: 28, more29: 29 }"), into: &d); print("@@J38"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ bad: oops, more0: 0, more1: 1, more2: 2, more3: 3, more4: 4, more5: 5, more6: 6, more7: 7, more8: 8, more9: 9, more10: 10, more11: 11, more12: 12, more13: 13, more14: 14, more15: 15, more16: 16, more17: 17, more18: 18, more19: 19, more20: 20, more21: 21, more22: 22, more23: 23, more24: 24, more25: 25, more26: 26, more27: 27, more28: 28, more29: 29 }"), into: &d); print("@@J39"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "{ bad: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx }"), into: &d); print("@@J40"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = JSON5Reader.read(SourceText(name: "x.json5", text: "\u{FEFF}{\r\n  a: 1\r\n  b: 2\r\n}\r\n"), into: &d); print("@@J41"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = CSVReader.read(SourceText(name: "data/t.csv", text: ""), into: &d); print("@@C0"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = CSVReader.read(SourceText(name: "data/t.csv", text: "# a\n\n# b\n"), into: &d); print("@@C1"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = CSVReader.read(SourceText(name: "data/t.csv", text: "id,name,id\n"), into: &d); print("@@C2"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = CSVReader.read(SourceText(name: "data/t.csv", text: "id,,name\n1,2,3\n"), into: &d); print("@@C3"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = CSVReader.read(SourceText(name: "data/t.csv", text: "id;name\n1;2\n"), into: &d); print("@@C4"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = CSVReader.read(SourceText(name: "data/t.csv", text: "id,name\na\nb,c\n"), into: &d); print("@@C5"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = CSVReader.read(SourceText(name: "data/t.csv", text: "# prices\nid,price\n\na,1,50\n"), into: &d); print("@@C6"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = CSVReader.read(SourceText(name: "data/t.csv", text: "id,name\na,\"b\nc,d\n"), into: &d); print("@@C7"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = CSVReader.read(SourceText(name: "data/t.csv", text: "id,name\na,\"b\"c\n"), into: &d); print("@@C8"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = CSVReader.read(SourceText(name: "data/t.csv", text: "id,name\na,5\" pipe\n"), into: &d); print("@@C9"); print(d.rendered()) }
  do { var d = Diagnostics(); _ = CSVReader.read(SourceText(name: "data/t.csv", text: "id\n\0\n"), into: &d); print("@@C10"); print(d.rendered()) }
  print("@@END")
}
