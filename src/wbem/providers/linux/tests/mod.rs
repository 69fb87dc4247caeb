//! What the classes say of themselves, and what /proc says.

mod against;

use std::process::Command;

use super::*;
use crate::wbem::{Depth, Error, Object, Result, Services, Value};

fn cimv2_services() -> Services {
    Services::connect(r"\\.\ROOT\CIMV2").expect("the namespace")
}

fn all(class: &str) -> Vec<Object> {
    let call = cimv2_services().instances(class, Depth::Deep);
    call.collect()
        .unwrap_or_else(|error| panic!("{class}: {error:?}"))
        .0
}

fn select(query: &str) -> Result<Vec<Object>> {
    Ok(cimv2_services().query("WQL", query, false)?.collect()?.0)
}

fn get(object: &Object, name: &str) -> Value {
    object.get(name).expect(name)
}

/// Every class has the properties that its provider fills, with values of their types, and its instances
/// are found again by their paths.
#[test]
fn instances_are_what_their_classes_say() {
    let namespace = Namespace::open(r"root\cimv2").unwrap();
    for (class, _) in providers() {
        let call = cimv2_services().instances(class, Depth::Deep);
        let instances = match call.collect() {
            Ok((instances, _)) => instances,
            // What this machine has not, or does not show everybody.
            Err(Error::NOT_SUPPORTED) if class == "Win32_Service" => continue,
            Err(Error::ACCESS_DENIED) if class == "Win32_PhysicalMemory" => continue,
            Err(error) => panic!("{class}: {error:?}"),
        };
        for object in instances.into_iter().take(20) {
            assert_eq!(&*object.class.name, class);
            for (place, property) in object.class.properties.iter().enumerate() {
                let value = object.value(place).clone();
                let accepted = property.of.accept(value.clone());
                assert_eq!(accepted, Ok(value), "{class}.{}", property.name);
                assert!(
                    !property.is_key || !object.value(place).is_null(),
                    "{class}.{}",
                    property.name
                );
            }
            let path = object.path().unwrap_or_else(|| panic!("a path of {class}"));
            let found = cimv2_services().object(&path).collect();
            // A process may be gone by now.
            if class != "Win32_Process" {
                let found = found.unwrap_or_else(|error| panic!("{path}: {error:?}")).0;
                assert_eq!(found[0].path().as_deref(), Some(path.as_str()));
            }
        }
    }
    assert_eq!(namespace.name(), r"root\cimv2");
}

/// A column whose name no class has would be left out in silence.
#[test]
fn columns_are_properties() {
    let namespace = Namespace::open(r"root\cimv2").unwrap();
    let check = |class: &str, names: Vec<&str>| {
        let class = namespace.class(class).expect(class);
        for name in names {
            let place = class
                .place(name)
                .unwrap_or_else(|| panic!("{}.{name}", class.name));
            assert_eq!(&*class.properties[place].name, name, "as it is written");
        }
    };
    fn names<T>(list: &crate::wbem::provider::List<T>) -> Vec<&'static str> {
        list.columns.iter().map(|it| it.name).collect()
    }
    check("Win32_Process", names(&process::PROCESSES));
    check("Win32_OperatingSystem", names(&system::OPERATING_SYSTEM));
    check("Win32_ComputerSystem", names(&system::COMPUTER));
    check("Win32_ComputerSystemProduct", names(&firmware::PRODUCT));
    check("Win32_BIOS", names(&firmware::BIOS));
    check("Win32_Processor", names(&cpu::PROCESSORS));
    check("Win32_LogicalDisk", names(&disks::DISKS));
    check("Win32_Volume", names(&disks::VOLUMES));
    check("Win32_NetworkAdapter", names(&network::ADAPTERS));
    check(
        "Win32_NetworkAdapterConfiguration",
        names(&network::CONFIGURATIONS),
    );
    check("Win32_UserAccount", names(&accounts::USERS));
    check("Win32_PhysicalMemory", names(&memory::MEMORY));
    check("Win32_Service", names(&services::SERVICES));
    check("Win32_Environment", names(&environment::VARIABLES));
    check("Win32_PageFileUsage", names(&environment::SWAPS));
    check("Win32_TimeZone", names(&zone::ZONE));
    check("Win32_LocalTime", names(&time::LOCAL));
}

#[test]
fn this_process_is_what_proc_says() {
    let pid = std::process::id();
    let found = select(&format!("SELECT * FROM CIM_Process WHERE Handle = '{pid}'")).unwrap();
    let [object] = found.as_slice() else {
        panic!("{} objects", found.len());
    };
    assert_eq!(get(object, "ProcessId"), pid.into());
    assert_eq!(
        get(object, "ParentProcessId"),
        std::os::unix::process::parent_id().into()
    );
    let program = std::env::current_exe().unwrap();
    assert_eq!(get(object, "ExecutablePath").text(), program.to_str());
    assert_eq!(
        get(object, "Name").text(),
        program.file_name().and_then(|it| it.to_str())
    );
    assert!(get(object, "ThreadCount").whole() >= Some(1));
    assert!(get(object, "WorkingSetSize").whole() > Some(100_000));
    assert_eq!(
        get(object, "TerminationDate"),
        Value::Null,
        "nothing is invented"
    );
    let path = format!(
        r#"\\{}\root\cimv2:Win32_Process.Handle="{pid}""#,
        host_name()
    );
    assert_eq!(object.path(), Some(path));
}

#[test]
fn processes_are_those_of_ps() {
    let ps = Command::new("ps")
        .args(["-e", "-o", "pid=,ppid="])
        .output()
        .expect("ps");
    let text = String::from_utf8(ps.stdout).unwrap();
    let ours: Vec<(i128, i128)> = select("SELECT ProcessId, ParentProcessId FROM Win32_Process")
        .unwrap()
        .iter()
        .map(|it| {
            (
                get(it, "ProcessId").whole().unwrap(),
                get(it, "ParentProcessId").whole().unwrap(),
            )
        })
        .collect();
    let mut both = 0;
    for line in text.lines() {
        let numbers: Vec<i128> = line
            .split_whitespace()
            .map(|it| it.parse().unwrap())
            .collect();
        both += usize::from(ours.contains(&(numbers[0], numbers[1])));
    }
    // Others come and go meanwhile.
    assert!(
        both * 10 >= text.lines().count() * 8,
        "{both} of {}",
        text.lines().count()
    );
}

#[test]
fn the_system_is_that_of_uname_and_proc() {
    let [system] = all("Win32_OperatingSystem").try_into().expect("one");
    let uname = Command::new("uname").arg("-r").output().expect("uname");
    assert_eq!(
        get(&system, "Version").text(),
        String::from_utf8(uname.stdout).unwrap().lines().next()
    );
    let memory = read::text("/proc/meminfo").unwrap();
    let total = read::kilobytes(&memory, "MemTotal").unwrap();
    assert_eq!(get(&system, "TotalVisibleMemorySize"), total.into());
    assert_eq!(
        system.get("__RELPATH"),
        Ok("Win32_OperatingSystem=@".into())
    );
    let [computer] = all("Win32_ComputerSystem").try_into().expect("one");
    assert_eq!(get(&computer, "TotalPhysicalMemory"), (total * 1024).into());
    assert_eq!(get(&computer, "Name").text(), Some(host_name().as_str()));
}

#[test]
fn what_is_not_there_is_not_found() {
    for (path, expected) in [
        (r#"Win32_Process.Handle="99999999""#, Error::NOT_FOUND),
        ("Win32_Dummy", Error::NOT_FOUND),
        ("Win32_Dummy=1", Error::INVALID_CLASS),
        (
            r"\\other\root\cimv2:Win32_Process",
            Error(crate::abi::wbem::WBEM_E_TRANSPORT_FAILURE),
        ),
        (r"\\.\root\no:Win32_Process", Error::INVALID_NAMESPACE),
        ("Win32_Process.NoKey=1", Error::INVALID_OBJECT_PATH),
    ] {
        let failed = cimv2_services().object(path).collect().map(|_| ());
        assert_eq!(failed, Err(expected), "{path}");
    }
}

#[test]
fn methods_start_own_and_end_processes() {
    let services = cimv2_services();
    let class = services
        .object("Win32_Process")
        .collect()
        .unwrap()
        .0
        .remove(0)
        .class;
    let method = |name: &str| class.method(name).unwrap();
    let mut input = Object::new(method("Create").input.clone().unwrap(), None);
    input.set("CommandLine", "sleep 60".into()).unwrap();
    let run = |path: &str, name: &str, input: Option<Object>| {
        services
            .method(path, name, input)
            .and_then(|it| it.collect())
            .map(|(mut objects, _)| objects.remove(0))
    };
    let created = run("Win32_Process", "Create", Some(input.clone())).unwrap();
    assert_eq!(get(&created, "ReturnValue"), 0.into());
    let path = format!(
        "Win32_Process='{}'",
        get(&created, "ProcessId").whole().unwrap()
    );
    let owner = run(&path, "GetOwner", None).unwrap();
    assert_eq!(
        get(&owner, "User").text().map(str::to_owned),
        accounts::name_of(rustix::process::getuid().as_raw())
    );
    assert_eq!(
        get(&run(&path, "Terminate", None).unwrap(), "ReturnValue"),
        0.into()
    );
    input.set("CommandLine", "/no/such/program".into()).unwrap();
    let failed = run("Win32_Process", "Create", Some(input)).unwrap();
    assert_eq!(
        (get(&failed, "ReturnValue"), get(&failed, "ProcessId")),
        (9.into(), Value::Null)
    );
    assert_eq!(
        run("Win32_Process", "Terminate", None),
        Err(Error::INVALID_METHOD_PARAMETERS)
    );
    assert_eq!(
        run("Win32_Process", "NoMethod", None),
        Err(Error::INVALID_METHOD)
    );
}

#[test]
fn namespaces_are_instances() {
    let names = Services::connect("root")
        .unwrap()
        .instances("__NAMESPACE", Depth::Deep)
        .collect()
        .unwrap()
        .0;
    let names: Vec<Value> = names.iter().map(|it| get(it, "Name")).collect();
    assert!(
        names.contains(&"cimv2".into()) && !names.contains(&"root".into()),
        "{names:?}"
    );
}
