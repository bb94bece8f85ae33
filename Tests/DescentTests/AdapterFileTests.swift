import Descent
import Foundation
import Testing

/// What `Fixtures/read_adapter.py` found with Python's safetensors and PEFT.
private struct AdapterFixture: Decodable {
  let versions, metadata: [String: String]
  let tensors: [String: [Int]]
  let logits, merged, off: OperationFixtures.Numbers
}

@Suite("An adapter file in Python") struct AdapterFileTests {
  /// The letter model that PyTorch wrote with LoRA of rank 2 and α = 3, whose numbers are multiples of 1/64.
  private func adapted() throws -> LetterModel {
    var place = 0
    func matrix(_ shape: [Int]) -> Tensor {
      place += 1
      return Tensor(shape: shape, (0..<shape[0] * shape[1]).map { Double((7 * $0 + 5 * place) % 17 - 8) / 64 })
    }
    return try TransformerAgreementTests.letters(.float32).wrapping(WrappingTests.all) { layer in
      guard let dense = layer as? Dense else { return layer }
      let shape = dense.weight.tensor.shape
      return LoRA(dense, down: matrix([2, shape[1]]), up: matrix([shape[0], 2]), alpha: 3)
    }
  }

  @Test("Python's safetensors opens an adapter's file, and PEFT finds its own names, shapes, rank and α in it")
  func names() throws {
    // read_adapter.py has read these bytes. After a change of what is written its copy has to be made and read again.
    let bytes = try adapted().adapterFile(metadata: ["task": "none"]).encoded()
    let url = try #require(Bundle.module.url(forResource: "adapter", withExtension: "safetensors"))
    if try Data(contentsOf: url) != Data(bytes) {
      let new = FileManager.default.temporaryDirectory.appendingPathComponent("adapter.safetensors")
      try Data(bytes).write(to: new)
      Issue.record("The file is now \(new.path).")
    }
    let python = try fixture("adapter", as: AdapterFixture.self)
    #expect(python.metadata == ["task": "none", "r": "2", "lora_alpha": "3.0"])
    #expect(Set(python.versions.keys) == ["torch", "safetensors", "peft"])
    let file = try SafeTensors(decoding: bytes)
    #expect(file.tensors.count == 24)
    #expect(Dictionary(uniqueKeysWithValues: file.tensors.map { ($0.name, $0.shape) }) == python.tensors)
  }

  @Test("With the adapter, with it merged and with it switched off PEFT's letter model has our logits")
  func logits() throws {
    let (model, python) = (try adapted(), try fixture("adapter", as: AdapterFixture.self))
    let words = TransformerAgreementTests.words
    // float32, logits of some units after some forty products.
    for (ours, theirs) in [
      (model(words), python.logits), (model.merged(words), python.merged), (model.unwrapped(words), python.off),
    ] {
      #expect(ours.shape == theirs.shape)
      expectClose(ours.scalars, theirs.numbers, within: 1e-5)
    }
    // The adapter does something.
    #expect(zip(python.logits.numbers, python.off.numbers).contains { abs($0 - $1) > 0.1 })
  }
}
