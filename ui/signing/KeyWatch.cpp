#include "ui/signing/KeyWatch.h"

#include "core/base/Log.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {

/// Tokens whose drivers come late are found by asking again, and so is everything where the system tells nothing.
constexpr std::chrono::seconds kInterval { 3 };
/// One device comes as several, and its driver needs a moment.
constexpr std::chrono::milliseconds kSoon { 400 };
constexpr auto kModulesSetting = "keys/modules"_L1;

bool saysTheSame(const key::TokenKey& a, const key::TokenKey& b)
{
    return a.uri.toString() == b.uri.toString() && a.token.pinState == b.token.pinState
        && a.certificate == b.certificate;
}

/// A driver that is not there or is no driver will not be one in three seconds.
bool isHopeless(const Error& error)
{
    return error.code == ErrorCode::ModuleNotFound || error.code == ErrorCode::ModuleUnusable
        || error.code == ErrorCode::TokenHostMissing;
}

} // namespace

struct KeyWatch::Module {
    std::shared_ptr<key::TokenHost> host;
    std::vector<key::TokenKey> keys;
    std::optional<Error> problem;
    tasks::BackgroundTask task;
    bool answered = false;
};

QString FoundKey::name() const
{
    if (key.certificate)
        return key.certificate->holder().displayName;
    return key.uri.object.isEmpty() ? key.token.label : key.uri.object;
}

KeyWatch::KeyWatch(QString hostProgram, ModuleSource modules, QObject* parent)
    : QObject(parent)
    , m_hostProgram(std::move(hostProgram))
    , m_moduleSource(std::move(modules))
{
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &KeyWatch::lookEverywhere);
    m_soon.setInterval(kSoon);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &KeyWatch::lookEverywhere);
}

QStringList KeyWatch::ownModules() { return QSettings().value(kModulesSetting).toStringList(); }

void KeyWatch::start()
{
    tasks::BackgroundTask::run(
        this, [source = m_moduleSource](std::stop_token) { return source(); },
        [this](const QStringList& installed) {
            for (const QString& path : installed + ownModules())
                addToList(path);
            m_modulesKnown = true;
            lookEverywhere();
            m_timer.start();
            m_devices = platform::DeviceWatch::start([this] { m_soon.start(); });
            Q_EMIT changed();
        });
}

void KeyWatch::addModule(const QString& path)
{
    QSettings settings;
    auto own = ownModules();
    if (!own.contains(path))
        settings.setValue(kModulesSetting, own << path);
    addToList(path);
    lookEverywhere();
    Q_EMIT changed();
}

void KeyWatch::addToList(const QString& path)
{
    const auto known = std::find_if(
        m_modules.begin(), m_modules.end(), [&](const auto& module) { return module->host->modulePath() == path; });
    if (known != m_modules.end()) {
        (*known)->problem.reset(); // asked for again: look again
        return;
    }
    auto module = std::make_shared<Module>();
    module->host = std::make_shared<key::TokenHost>(path, m_hostProgram);
    m_modules.push_back(std::move(module));
}

void KeyWatch::pause() { m_paused = true; }

void KeyWatch::resume()
{
    m_paused = false;
    lookEverywhere();
}

std::vector<FoundKey> KeyWatch::keys() const
{
    std::vector<FoundKey> found;
    for (const auto& module : m_modules)
        for (const auto& key : module->keys)
            found.push_back({ module->host, key });
    return found;
}

bool KeyWatch::hasLooked() const
{
    return m_modulesKnown
        && std::all_of(m_modules.begin(), m_modules.end(), [](const auto& module) { return module->answered; });
}

std::optional<Error> KeyWatch::problemOf(const QString& path) const
{
    for (const auto& module : m_modules)
        if (module->host->modulePath() == path)
            return module->problem;
    return {};
}

void KeyWatch::lookEverywhere()
{
    if (m_paused)
        return;
    for (const auto& module : m_modules)
        if (!module->task.isRunning() && !(module->problem && isHopeless(*module->problem)))
            look(module);
}

void KeyWatch::look(const std::shared_ptr<Module>& module)
{
    module->task = tasks::BackgroundTask::run(
        this, [host = module->host](std::stop_token stop) { return host->keys(stop); },
        [this, module](Result<std::vector<key::TokenKey>> keys) { take(*module, std::move(keys)); });
}

void KeyWatch::take(Module& module, Result<std::vector<key::TokenKey>> keys)
{
    const bool first = !std::exchange(module.answered, true);
    const auto problem = keys ? std::optional<Error>() : std::optional(keys.error());
    if (problem && (!module.problem || module.problem->code != problem->code))
        qCWarning(logKey).noquote() << module.host->modulePath() << logText(*problem);
    const bool problemChanged = problem.has_value() != module.problem.has_value();
    module.problem = problem;
    auto now = keys ? std::move(*keys) : std::vector<key::TokenKey>();
    const bool same = std::equal(now.begin(), now.end(), module.keys.begin(), module.keys.end(), saysTheSame);
    module.keys = std::move(now);
    if (first || problemChanged || !same)
        Q_EMIT changed();
}

} // namespace bidseal::signing
