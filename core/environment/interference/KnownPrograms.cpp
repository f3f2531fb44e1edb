#include "core/environment/interference/KnownPrograms.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

using Kind = ProgramKind;

constexpr std::array kPrograms {
    KnownProgram { "anydesk", "AnyDesk", Kind::RemoteControl },
    KnownProgram { "teamviewer", "TeamViewer", Kind::RemoteControl },
    KnownProgram { "teamviewerd", "TeamViewer", Kind::RemoteControl },
    KnownProgram { "teamviewer_service", "TeamViewer", Kind::RemoteControl },
    KnownProgram { "teamviewer_desktop", "TeamViewer", Kind::RemoteControl },
    KnownProgram { "sunloginclient", "向日葵 (Sunlogin)", Kind::RemoteControl },
    KnownProgram { "sunloginremote", "向日葵 (Sunlogin)", Kind::RemoteControl },
    KnownProgram { "oray_rundaemon", "向日葵 (Sunlogin)", Kind::RemoteControl },
    KnownProgram { "awesun", "AweSun", Kind::RemoteControl },
    KnownProgram { "todesk", "ToDesk", Kind::RemoteControl },
    KnownProgram { "todesk_service", "ToDesk", Kind::RemoteControl },
    KnownProgram { "todesk_session", "ToDesk", Kind::RemoteControl },
    KnownProgram { "rustdesk", "RustDesk", Kind::RemoteControl },
    KnownProgram { "chrome-remote-desktop-host", "Chrome Remote Desktop", Kind::RemoteControl },
    KnownProgram { "remoting_host", "Chrome Remote Desktop", Kind::RemoteControl },
    KnownProgram { "remoteassistance", "QQ 远程协助", Kind::RemoteControl },
    KnownProgram { "gameviewer", "网易 UU 远程", Kind::RemoteControl },
    KnownProgram { "gameviewerserver", "网易 UU 远程", Kind::RemoteControl },
    KnownProgram { "raylink", "RayLink", Kind::RemoteControl },
    KnownProgram { "dwagent", "DWService", Kind::RemoteControl },
    KnownProgram { "dwagsvc", "DWService", Kind::RemoteControl },
    KnownProgram { "nxserver.bin", "NoMachine", Kind::RemoteControl },
    KnownProgram { "nxnode.bin", "NoMachine", Kind::RemoteControl },
    KnownProgram { "parsecd", "Parsec", Kind::RemoteControl },
    KnownProgram { "sunshine", "Sunshine", Kind::RemoteControl },
    KnownProgram { "screenconnect.clientservice", "ScreenConnect", Kind::RemoteControl },
    KnownProgram { "screenconnect.windowsclient", "ScreenConnect", Kind::RemoteControl },
    KnownProgram { "logmein", "LogMeIn", Kind::RemoteControl },
    KnownProgram { "srservice", "Splashtop", Kind::RemoteControl },
    KnownProgram { "srserver", "Splashtop", Kind::RemoteControl },
    KnownProgram { "supremo", "Supremo", Kind::RemoteControl },
    KnownProgram { "ammyy_admin", "Ammyy Admin", Kind::RemoteControl },
    KnownProgram { "radmin", "Radmin", Kind::RemoteControl },
    KnownProgram { "rserver3", "Radmin", Kind::RemoteControl },
    KnownProgram { "quickassist", "Quick Assist", Kind::RemoteControl },
    KnownProgram { "msra", "Windows Remote Assistance", Kind::RemoteControl },
    KnownProgram { "rdpsa", "Remote Desktop shadowing", Kind::RemoteControl },

    KnownProgram { "x11vnc", "x11vnc", Kind::RemoteServer },
    KnownProgram { "x0vncserver", "TigerVNC", Kind::RemoteServer },
    KnownProgram { "x0tigervncserver", "TigerVNC", Kind::RemoteServer },
    KnownProgram { "winvnc", "VNC", Kind::RemoteServer },
    KnownProgram { "winvnc4", "VNC", Kind::RemoteServer },
    KnownProgram { "tvnserver", "TightVNC", Kind::RemoteServer },
    KnownProgram { "uvnc_service", "UltraVNC", Kind::RemoteServer },
    KnownProgram { "vncserver-x11", "RealVNC", Kind::RemoteServer },
    KnownProgram { "vncserver-x11-core", "RealVNC", Kind::RemoteServer },
    KnownProgram { "vncserver", "RealVNC", Kind::RemoteServer },
    KnownProgram { "vino-server", "Vino", Kind::RemoteServer },
    KnownProgram { "krfb", "krfb", Kind::RemoteServer },
    KnownProgram { "krdpserver", "krdp", Kind::RemoteServer },
    KnownProgram { "wayvnc", "wayvnc", Kind::RemoteServer },
    KnownProgram { "waypipe", "waypipe", Kind::RemoteServer },
    KnownProgram { "gnome-remote-desktop-daemon", "GNOME Remote Desktop", Kind::DesktopSharing },

    KnownProgram { "orca", "Orca", Kind::ScreenReader },
    KnownProgram { "nvda", "NVDA", Kind::ScreenReader },
    KnownProgram { "nvda_slave", "NVDA", Kind::ScreenReader },
    KnownProgram { "jfw", "JAWS", Kind::ScreenReader },
    KnownProgram { "narrator", "Narrator", Kind::ScreenReader },
    KnownProgram { "magnify", "Magnifier", Kind::ScreenReader },
    KnownProgram { "zdsr", "争渡读屏", Kind::ScreenReader },
    KnownProgram { "zdsrmain", "争渡读屏", Kind::ScreenReader },
    KnownProgram { "brltty", "BRLTTY", Kind::ScreenReader },
    KnownProgram { "espeakup", "Speakup", Kind::ScreenReader },
    KnownProgram { "kmag", "KMag", Kind::ScreenReader },

    KnownProgram { "obs", "OBS Studio", Kind::ScreenRecorder },
    KnownProgram { "obs32", "OBS Studio", Kind::ScreenRecorder },
    KnownProgram { "obs64", "OBS Studio", Kind::ScreenRecorder },
    KnownProgram { "simplescreenrecorder", "SimpleScreenRecorder", Kind::ScreenRecorder },
    KnownProgram { "kazam", "Kazam", Kind::ScreenRecorder },
    KnownProgram { "vokoscreen", "vokoscreen", Kind::ScreenRecorder },
    KnownProgram { "vokoscreenng", "vokoscreenNG", Kind::ScreenRecorder },
    KnownProgram { "recordmydesktop", "recordMyDesktop", Kind::ScreenRecorder },
    KnownProgram { "byzanz-record", "Byzanz", Kind::ScreenRecorder },
    KnownProgram { "peek", "Peek", Kind::ScreenRecorder },
    KnownProgram { "kooha", "Kooha", Kind::ScreenRecorder },
    KnownProgram { "wf-recorder", "wf-recorder", Kind::ScreenRecorder },
    KnownProgram { "wl-screenrec", "wl-screenrec", Kind::ScreenRecorder },
    KnownProgram { "gpu-screen-recorder", "GPU Screen Recorder", Kind::ScreenRecorder },
    KnownProgram { "deepin-screen-recorder", "深度截图录屏", Kind::ScreenRecorder },
    KnownProgram { "bdcam", "Bandicam", Kind::ScreenRecorder },
    KnownProgram { "camtasia", "Camtasia", Kind::ScreenRecorder },
    KnownProgram { "camtasiastudio", "Camtasia", Kind::ScreenRecorder },
    KnownProgram { "camrecorder", "Camtasia", Kind::ScreenRecorder },
    KnownProgram { "camtasiarecorder", "Camtasia", Kind::ScreenRecorder },
    KnownProgram { "evcapture", "EV录屏", Kind::ScreenRecorder },
    KnownProgram { "apowerrec", "ApowerREC", Kind::ScreenRecorder },
    KnownProgram { "ocam", "oCam", Kind::ScreenRecorder },
    KnownProgram { "fraps", "Fraps", Kind::ScreenRecorder },
    KnownProgram { "screentogif", "ScreenToGif", Kind::ScreenRecorder },
    KnownProgram { "licecap", "LICEcap", Kind::ScreenRecorder },
    KnownProgram { "bcastdvr", "Xbox Game Bar", Kind::ScreenRecorder },

    KnownProgram { "klipper", "Klipper", Kind::ClipboardManager },
    KnownProgram { "copyq", "CopyQ", Kind::ClipboardManager },
    KnownProgram { "parcellite", "Parcellite", Kind::ClipboardManager },
    KnownProgram { "clipit", "ClipIt", Kind::ClipboardManager },
    KnownProgram { "diodon", "Diodon", Kind::ClipboardManager },
    KnownProgram { "gpaste-daemon", "GPaste", Kind::ClipboardManager },
    KnownProgram { "xfce4-clipman", "Clipman", Kind::ClipboardManager },
    KnownProgram { "clipman", "Clipman", Kind::ClipboardManager },
    KnownProgram { "qlipper", "Qlipper", Kind::ClipboardManager },
    KnownProgram { "clipmenud", "clipmenu", Kind::ClipboardManager },
    KnownProgram { "greenclip", "greenclip", Kind::ClipboardManager },
    KnownProgram { "clipcatd", "clipcat", Kind::ClipboardManager },
    KnownProgram { "cliphist", "cliphist", Kind::ClipboardManager },
    KnownProgram { "ditto", "Ditto", Kind::ClipboardManager },
    KnownProgram { "clipdiary", "Clipdiary", Kind::ClipboardManager },
    KnownProgram { "clipboardfusion", "ClipboardFusion", Kind::ClipboardManager },
    KnownProgram { "arsclip", "ArsClip", Kind::ClipboardManager },
    KnownProgram { "clipx", "ClipX", Kind::ClipboardManager },
    KnownProgram { "plasmashell", "KDE Plasma", Kind::DesktopClipboard },
    KnownProgram { "dde-clipboard", "Deepin", Kind::DesktopClipboard },
};

/// Tools that grab the screen among many other things; a word in what they were called with tells.
struct ToolWithWords {
    KnownProgram program;
    const char* words; ///< a regular expression
};
constexpr std::array kTools {
    ToolWithWords {
        { "ffmpeg", "FFmpeg", Kind::ScreenRecorder }, "\\b(x11grab|kmsgrab|gdigrab|ddagrab|gfxcapture)\\b" },
    ToolWithWords { { "avconv", "avconv", Kind::ScreenRecorder }, "\\bx11grab\\b" },
    ToolWithWords { { "vlc", "VLC", Kind::ScreenRecorder }, "^screen://" },
    ToolWithWords { { "cvlc", "VLC", Kind::ScreenRecorder }, "^screen://" },
    ToolWithWords { { "gst-launch-1.0", "GStreamer", Kind::ScreenRecorder },
        "^(ximagesrc|pipewiresrc|gdiscreencapsrc|d3d11screencapturesrc)$" },
    ToolWithWords { { "wl-paste", "wl-paste", Kind::ClipboardManager }, "^(-w|--watch)$" },
};

/// Linux cuts the names that it lists.
constexpr qsizetype kLongestListedName = 15;

/// The names of a process as the table writes them.
struct Names {
    explicit Names(const platform::RunningProcess& process)
        : listed(plain(process.name))
        , program(plain(process.program))
    {
    }
    [[nodiscard]] static QString plain(const QString& name)
    {
        const auto lower = name.toLower();
        return lower.endsWith(u".exe"_s) ? lower.chopped(4) : lower;
    }
    [[nodiscard]] bool areOf(const KnownProgram& known) const
    {
        const QLatin1StringView file(known.file);
        return program == file || listed == file
            || (file.size() > kLongestListedName && listed == file.first(kLongestListedName));
    }

    QString listed, program;
};

bool isCalledWith(const platform::RunningProcess& process, const char* words)
{
    const QRegularExpression expression(QString::fromLatin1(words));
    const auto arguments = platform::argumentsOf(process.id);
    return std::any_of(arguments.begin(), arguments.end(),
        [&expression](const QString& argument) { return argument.contains(expression); });
}

} // namespace

std::span<const KnownProgram> knownPrograms() { return kPrograms; }

const KnownProgram* knownProgramOf(const platform::RunningProcess& process)
{
    const Names names(process);
    for (const auto& program : kPrograms)
        if (names.areOf(program))
            return &program;
    for (const auto& tool : kTools)
        if (names.areOf(tool.program) && isCalledWith(process, tool.words))
            return &tool.program;
    return nullptr;
}

std::vector<FoundProgram> knownAmong(
    const std::vector<platform::RunningProcess>& processes, std::initializer_list<ProgramKind> kinds)
{
    std::vector<FoundProgram> found;
    for (const auto& process : processes) {
        const auto* known = knownProgramOf(process);
        if (known && std::find(kinds.begin(), kinds.end(), known->kind) != kinds.end())
            found.push_back({ known, process });
    }
    return found;
}

QStringList namesOf(const std::vector<FoundProgram>& programs)
{
    QStringList names;
    for (const auto& program : programs)
        names.append(QString::fromUtf8(program.known->name));
    names.removeDuplicates();
    names.sort();
    return names;
}

} // namespace bidseal::environment
