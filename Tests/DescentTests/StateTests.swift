import Descent
import Foundation
import Testing

@Suite("Saved states") struct StateTests {
  func model(seed: UInt64) -> MultilayerPerceptron {
    var generator = RandomGenerator(seed: seed)
    return MultilayerPerceptron([3, 4, 2], activation: .tanh, using: &generator)
  }

  /// A file with this header and these numbers.
  func file(_ header: String, _ numbers: [UInt8] = [], claimedLength: UInt64? = nil) -> [UInt8] {
    let length = claimedLength ?? UInt64(header.utf8.count)
    return withUnsafeBytes(of: length.littleEndian) { Array($0) } + Array(header.utf8) + numbers
  }

  func reason(of bytes: [UInt8]) -> String {
    do {
      _ = try SafeTensors(decoding: bytes)
      return "none"
    } catch { return "\(error)" }
  }

  @Test("A model's state comes back from its bytes to the last bit, with names, shapes and metadata")
  func roundTrip() throws {
    let (first, second) = (model(seed: 1), model(seed: 2))
    let bytes = SafeTensors(first.state, metadata: ["made by": "a \"test\" with λ"]).encoded()
    let file = try SafeTensors(decoding: bytes)
    #expect(file.metadata == ["made by": "a \"test\" with λ"])
    #expect(file.tensors.map(\.name) == first.parameters.map(\.name))
    #expect(first.state != second.state)
    second.state = try file.state(like: second.state)
    #expect(first.state == second.state)
  }

  @Test("By hand: one float32 1.0 named a is a header of 56 bytes and 00 00 80 3F")
  func byHand() {
    let bytes = SafeTensors([StoredTensor("a", Tensor(1), as: .float32)]).encoded()
    let header = #"{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}"#  // 53 bytes, and 3 spaces to a multiple of 8
    #expect(bytes == file(header + "   ", [0x00, 0x00, 0x80, 0x3F]))
  }

  @Test("A file by Python's safetensors is read number for number, and written again byte for byte")
  func python() throws {
    // Fixtures/make_fixtures.py made it; the same bytes mean that Python reads ours as well.
    let url = try #require(Bundle.module.url(forResource: "python", withExtension: "safetensors"))
    let bytes = try Array(Data(contentsOf: url))
    let file = try SafeTensors(decoding: bytes)
    #expect(file["half"]?.shape == [2, 2] && file["half"]?.tensor.scalars == [1, -2.5, 65504, 0x1p-24])
    #expect(file["single"]?.tensor.scalars == [Double(Float(0.1)), -0.0, .infinity])
    #expect(file["double"]?.shape == [2, 1] && file["double"]?.tensor.scalars == [0.1, 1e300])
    #expect(file["byte"]?.integers == [-128, 127, 0])
    #expect(file["long"]?.shape == [] && file["long"]?.integers == [-(1 << 62)])
    #expect(file["empty"]?.shape == [0, 3])
    #expect(file.metadata == ["by": "safetensors"])
    #expect(file.encoded() == bytes)
  }

  @Test("Every kind that is computed with keeps what it can hold", arguments: StoredDType.allCases.filter(\.isReadable))
  func dtypes(dtype: StoredDType) throws {
    let isSigned = ![.bool, .uint8, .uint16, .uint32, .uint64].contains(dtype)
    let numbers: [Double] = isSigned ? [-128, 0, 1, 127] : [0, 1, 1, 0]
    let stored = StoredTensor("x", Tensor(numbers, dtype: .float64), as: dtype)
    #expect(stored.bytes.count * 8 == 4 * dtype.bitCount)
    let back = try #require(try SafeTensors(decoding: SafeTensors([stored]).encoded())["x"])
    #expect(back.tensor.scalars == numbers)
    let isFloating = [.float16, .bfloat16, .float32, .float64].contains(dtype)
    #expect(back.integers == (isFloating ? nil : numbers.map { Int64($0) }))
  }

  @Test("By hand: 1, −2 and the largest bfloat16 are 80 3F, 00 C0 and 7F 7F; float64 is rounded to 16 bits in one go")
  func halves() {
    let bytes: [UInt8] = [0x80, 0x3F, 0x00, 0xC0, 0x7F, 0x7F]
    let numbers = Tensor([1, -2, 0x1.FEp127])
    #expect(StoredTensor("x", numbers, as: .bfloat16).bytes == bytes)
    #expect(StoredTensor(name: "x", dtype: .bfloat16, shape: [3], bytes: bytes).tensor == numbers)
    // A hair above half-way from 1 to the next number: up. A Float would lie half-way, and from there it goes down to 1.
    let up = StoredTensor("x", Tensor([1 + 0x1p-11 + 0x1p-40], dtype: .float64), as: .float16)
    #expect(up.tensor.scalars == [1 + 0x1p-10])
    let whole = StoredTensor(name: "x", dtype: .uint64, shape: [1], bytes: [UInt8](repeating: 255, count: 8))
    #expect(whole.integers == nil && whole.tensor.scalars == [0x1p64])
  }

  @Test("Tensors of kinds that we do not compute with are kept as bytes, beside others, and written back unchanged")
  func opaque() throws {
    let header =
      #"{"a":{"dtype":"F8_E4M3","shape":[3],"data_offsets":[0,3]},"b":{"dtype":"F4","shape":[2,3],"data_offsets":[3,6]},"#
      + #""c":{"dtype":"C64","shape":[1],"data_offsets":[6,14]},"d":{"dtype":"I32","shape":[1],"data_offsets":[14,18]}}"#
    let padding = String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    let bytes = file(header + padding, (1...14).map { UInt8($0) } + [0xFE, 0xFF, 0xFF, 0xFF])
    let file = try SafeTensors(decoding: bytes)
    #expect(file.tensors.map(\.dtype) == [.float8e4m3, .float4, .complex64, .int32])
    #expect(file["a"]?.bytes == [1, 2, 3] && file["a"]?.dtype.isReadable == false && file["a"]?.integers == nil)
    #expect(file["d"]?.integers == [-2] && file["d"]?.tensor == Tensor([-2], dtype: .float64))
    #expect(file.encoded() == bytes)
  }

  @Test("Brackets, quotes and braces inside of texts are text: names and metadata come back as they were")
  func brackets() throws {
    for text in ["[[[[[[[[[[[[", #"{"nodes":[{"a":[[[[[[[1]]]]]]]}]}"#, "[0, 1) [1, 2) [2, 3) [3", "\\\"{[\\", "}}}}]"]
    {
      let made = SafeTensors([StoredTensor(text, Tensor(1), as: .float32)], metadata: ["note": text])
      #expect(try SafeTensors(decoding: made.encoded()) == made)
    }
  }

  @Test("Refusal: a name that is there twice, in any spelling and at any depth, is told by name")
  func duplicates() {
    let entry = #"{"dtype":"F32","shape":[1],"data_offsets":[0,4]}"#
    let numbers = [UInt8](repeating: 0, count: 8)
    #expect(reason(of: file("{\"a\":\(entry),\"a\":\(entry)}", numbers)).contains("its header has a twice"))
    #expect(reason(of: file("{\"a\":\(entry),\"\\u0061\":\(entry)}", numbers)).contains("its header has a twice"))
    let shapes = #"{"a":{"dtype":"F32","shape":[1],"shape":[2],"data_offsets":[0,4]}}"#
    #expect(reason(of: file(shapes, numbers)).contains("its header has shape twice"))
    #expect(reason(of: file(#"{"__metadata__":{"k":"1","k":"2"}}"#)).contains("its header has k twice"))
  }

  @Test(
    "Refusal: every field of a header may be anything, and is told by name",
    arguments: [
      (#"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#, "a needs a dtype, a shape of whole numbers"),
      (#"{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}"#, "a needs a dtype"),
      (#"{"a":{"dtype":"F32","shape":"1","data_offsets":[0,4]}}"#, "a needs a dtype"),
      (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}"#, "a needs a dtype"),
      (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}"#, "a needs a dtype"),
      (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,99999999999999999999]}}"#, "a needs a dtype"),
      (#"{"a":{"dtype":7,"shape":[1],"data_offsets":[0,4]}}"#, "a needs a dtype"),
      (#"{"a":{"shape":[1],"data_offsets":[0,4]}}"#, "a needs a dtype"),
      (#"{"a":null}"#, "a needs a dtype"),
      (#"{"a":"text"}"#, "a needs a dtype"),
      (#"{"a":{"dtype":"f32","shape":[1],"data_offsets":[0,4]}}"#, "a has dtype f32; known are"),
      (#"{"a":{"dtype":"F4","shape":[7],"data_offsets":[0,4]}}"#, "a is F4 [7], which does not fit into 4 bytes"),
      (#"{"a":{"dtype":"F32","shape":[0,4611686018427387904,4],"data_offsets":[0,0]}}"#, "does not fit into 0 bytes"),
      (#"{"__metadata__":{"k":1}}"#, "its __metadata__ is not an object of texts"),
      (
        #"{"__metadata__":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
        "its __metadata__ is not an object of texts"
      ),
    ])
  func fields(header: String, expected: String) {
    #expect(reason(of: file(header, [0, 0, 0, 0])).contains(expected), "\(reason(of: file(header, [0, 0, 0, 0])))")
  }

  @Test("Refusal: a file that is cut off anywhere gives an error and never crashes")
  func truncated() {
    let bytes = SafeTensors(model(seed: 1).state).encoded()
    for length in 0..<bytes.count {
      #expect(throws: SafeTensorsError.self) { try SafeTensors(decoding: Array(bytes[..<length])) }
    }
    #expect(reason(of: bytes + [0]).contains("its tensors end at byte"))
  }

  @Test(
    "Refusal: a header that lies about its length, its numbers or its shapes is told so, without a large allocation")
  func lyingHeaders() {
    func entry(_ dtype: String, _ shape: String, _ offsets: String) -> String {
      #"{"a":{"dtype":"\#(dtype)","shape":\#(shape),"data_offsets":\#(offsets)}}"#
    }
    let four = [UInt8](repeating: 0, count: 4)
    #expect(reason(of: file("{}", claimedLength: .max)).contains("at most 100000000"))
    #expect(reason(of: file("{}", claimedLength: 99_999_999)).contains("but only 2 follow"))
    #expect(reason(of: file("[]")).contains("does not start with {"))
    #expect(reason(of: file("{]")).contains("not a JSON object"))
    #expect(reason(of: file(entry("F32", "[2]", "[0,4]"), four)).contains("does not fit into 4 bytes"))
    #expect(reason(of: file(entry("F32", "[9223372036854775807,9]", "[0,4]"), four)).contains("does not fit"))
    #expect(reason(of: file(entry("F32", "[-1]", "[0,4]"), four)).contains("has neither dtype") == false)
    #expect(reason(of: file(entry("F32", "[1]", "[0,400]"), four)).contains("ends at byte 400 of 4"))
    #expect(reason(of: file(entry("F32", "[1]", "[4,0]"), four)).contains("starts at byte 4"))
    #expect(reason(of: file(entry("Q7", "[1]", "[0,4]"), four)).contains("has dtype Q7"))
    #expect(reason(of: file(String(repeating: "[", count: 50_000))).contains("does not start with {"))
    #expect(reason(of: file(#"{"a":"# + String(repeating: "[", count: 50_000))).contains("nested too deeply"))
    let overlapping =
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}"#
    #expect(reason(of: file(overlapping, four + [0, 0])).contains("b starts at byte 2 of the numbers, where byte 4"))
    let gap =
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}"#
    #expect(reason(of: file(gap, four + four + four)).contains("where byte 4 comes next"))
  }

  @Test("Refusal: a thousand files of random bytes and random damage give an error or a file, never a crash")
  func fuzz() {
    var generator = RandomGenerator(seed: 11)
    let sound = SafeTensors(model(seed: 1).state).encoded()
    for _ in 0..<1000 {
      var bytes = sound
      for _ in 0..<(1 + generator.integer(below: 4)) {
        bytes[generator.integer(below: bytes.count)] = UInt8(generator.integer(below: 256))
      }
      _ = try? SafeTensors(decoding: bytes)
    }
  }

  @Test("Refusal: a state for another model names the tensor that does not fit")
  func otherModel() {
    var generator = RandomGenerator(seed: 3)
    let wider = MultilayerPerceptron([3, 5, 2], activation: .tanh, using: &generator)
    #expect {
      try SafeTensors(model(seed: 1).state).state(like: wider.state)
    } throws: { "\($0)".contains("layers.0.weight is F32 [4, 3] where float32 [5, 3] was expected") }
  }
}
