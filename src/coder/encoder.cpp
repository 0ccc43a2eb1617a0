#include "coder/encoder.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <filesystem>
#include <mutex>
#include <openvino/openvino.hpp>
#include <optional>
#include <utility>

namespace dragoman {
namespace {

constexpr const char* k_device = "CPU";

/// OpenVINO looks for a plugin in the working directory if it does not lie beside its own library: refuse
/// first.
bool has_own_plugin() {
    Dl_info library = {};
    if (dladdr(reinterpret_cast<const void*>(&ov::get_openvino_version), &library) == 0) return false;
    const std::filesystem::path path{library.dli_fname};
    std::error_code status;
    return std::filesystem::exists(path.parent_path() / "libopenvino_intel_cpu_plugin.so", status);
}

ov::AnyMap settings(unsigned threads) {
    // One stream a thread; f32 and not what the processor likes best, so that processors differ as little as
    // possible.
    return {ov::num_streams(static_cast<std::int32_t>(threads)),
            ov::inference_num_threads(static_cast<std::int32_t>(threads)),
            ov::hint::enable_cpu_pinning(false), ov::hint::dynamic_quantization_group_size(128),
            ov::hint::inference_precision(ov::element::f32)};
}

struct Port {
    const char* name;
    std::size_t rank;
    std::size_t channels;  // size of the last dimension
};

std::optional<Error> check_output(const ov::Model& model, const Port& port) {
    for (const auto& output : model.outputs()) {
        if (!output.get_names().contains(port.name)) continue;
        const auto& shape = output.get_partial_shape();
        const bool fits = output.get_element_type() == ov::element::f32 && shape.rank().is_static() &&
                          shape.size() == port.rank &&
                          shape.rbegin()->compatible(static_cast<std::int64_t>(port.channels));
        if (fits) return std::nullopt;
        return Error{
            ErrorKind::malformed,
            fmt::format("the output '{}' is not f32 with {} channels last", port.name, port.channels), ""};
    }
    return Error{ErrorKind::malformed, fmt::format("the network has no output '{}'", port.name), ""};
}

std::optional<Error> check_ports(const ov::Model& model, std::size_t act_count) {
    const auto inputs = model.inputs();
    if (inputs.size() != 1 || inputs[0].get_element_type() != ov::element::i64 ||
        !inputs[0].get_partial_shape().compatible(
            ov::PartialShape{7, 13})) {  // any two numbers: both must be free
        return Error{ErrorKind::malformed, "the network's input is not i64 of free shape [sentences, pieces]",
                     ""};
    }
    const std::array<Port, 4> outputs = {{{"acts", 3, 1 + act_count},
                                          {"status", 3, k_status_count},
                                          {"roles", 4, k_role_channels},
                                          {"implicit", 3, k_implicit_count}}};
    for (const auto& port : outputs) {
        if (auto error = check_output(model, port)) return error;
    }
    return std::nullopt;
}

std::span<const float> row_of(const ov::Tensor& tensor, std::size_t row) {
    const auto size = tensor.get_size() / tensor.get_shape()[0];
    return {tensor.data<const float>() + row * size, size};
}

}  // namespace

struct Encoder::Engine {
    std::size_t act_count = 0;
    std::string weights;  // the compiled model may still read them
    ov::Core core;
    ov::CompiledModel model;
    std::mutex guard;
    std::vector<ov::InferRequest> idle;  // each holds its own working memory; guarded

    ov::InferRequest borrow() {
        const std::scoped_lock lock{guard};
        if (idle.empty()) return model.create_infer_request();
        auto request = std::move(idle.back());
        idle.pop_back();
        return request;
    }

    void give_back(ov::InferRequest request) {
        const std::scoped_lock lock{guard};
        idle.push_back(std::move(request));
    }
};

Encoder::Encoder(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Encoder::Encoder(Encoder&&) noexcept = default;
Encoder& Encoder::operator=(Encoder&&) noexcept = default;
Encoder::~Encoder() = default;

Result<Encoder> Encoder::load(const std::string& network, std::string weights, std::size_t act_count,
                              unsigned threads) {
    if (!has_own_plugin()) {
        return Error{ErrorKind::not_found, "OpenVINO's CPU plugin does not lie beside its library", ""};
    }
    try {
        auto engine = std::make_unique<Engine>();
        engine->act_count = act_count;
        engine->weights = std::move(weights);
        const ov::Tensor constants{ov::element::u8, {engine->weights.size()}, engine->weights.data()};
        const auto model = engine->core.read_model(network, constants);
        if (auto error = check_ports(*model, act_count)) return *error;
        engine->model = engine->core.compile_model(model, k_device, settings(threads));
        return Encoder{std::move(engine)};
    } catch (const ov::Exception& problem) {
        return Error{ErrorKind::malformed, fmt::format("OpenVINO cannot use the network: {}", problem.what()),
                     ""};
    }
}

void Encoder::run(std::span<const std::span<const std::int64_t>> sentences, const Taker& take) const {
    if (sentences.empty()) return;
    const auto length = sentences[0].size();
    ov::Tensor input{ov::element::i64, {sentences.size(), length}};
    auto* next = input.data<std::int64_t>();
    for (const auto sentence : sentences) {
        assert(sentence.size() == length);
        next = std::ranges::copy(sentence, next).out;
    }
    auto request = engine_->borrow();
    request.set_input_tensor(input);
    request.infer();
    const auto acts = request.get_tensor("acts");
    const auto status = request.get_tensor("status");
    const auto roles = request.get_tensor("roles");
    const auto implicit = request.get_tensor("implicit");
    for (std::size_t row = 0; row < sentences.size(); ++row) {
        take(row, {length, engine_->act_count, row_of(acts, row), row_of(status, row), row_of(roles, row),
                   row_of(implicit, row)});
    }
    engine_->give_back(std::move(request));
}

}  // namespace dragoman
